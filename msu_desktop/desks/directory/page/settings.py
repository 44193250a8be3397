"""The page of settings: chapters in a column at the left, one of them open."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from msu_desktop.desks.directory.page.calendar_chapter import CalendarChapter
from msu_desktop.desks.directory.page.case_files_chapter import CaseFilesChapter
from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.computer_chapter import ComputerChapter
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.numbers_chapter import NumbersChapter
from msu_desktop.desks.directory.page.office_chapter import OfficeChapter
from msu_desktop.desks.directory.page.people_chapter import PeopleChapter
from msu_desktop.desks.directory.page.rules_chapter import RulesChapter
from msu_desktop.desks.directory.page.soundness_chapter import SoundnessChapter
from msu_desktop.gui import theme
from msu_desktop.gui.icons import icon
from msu_desktop.gui.page import Page, PageSpec
from msu_desktop.gui.workbench import Workbench, concerns
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import N_

CHAPTERS: tuple[type[Chapter], ...] = (
    OfficeChapter,
    PeopleChapter,
    NumbersChapter,
    CaseFilesChapter,
    CalendarChapter,
    RulesChapter,
    ComputerChapter,
    SoundnessChapter,
)
WIDTH, NARROW_WIDTH = 224, 44
NARROW = 960


class SettingsPage(Page):
    """Open a chapter; each is built when it is first looked at."""

    shows = frozenset().union(*(chapter.shows for chapter in CHAPTERS))

    def __init__(self, doors: Doors, bench: Workbench) -> None:
        super().__init__(bench)
        self._doors = doors
        self._chapters: dict[int, Chapter] = {}
        self.first = self.contents = self._make_contents()
        self._stack = QStackedWidget()
        for _chapter in CHAPTERS:
            self._stack.addWidget(QWidget())
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self.contents)
        sides.addWidget(self._stack, 1)
        self.contents.currentRowChanged.connect(self._on_chosen)
        self.contents.itemActivated.connect(self._on_entered)
        self.contents.setCurrentRow(0)

    def _make_contents(self) -> QListWidget:
        contents = QListWidget()
        contents.setObjectName("chapters")
        contents.setAccessibleName(_("Chapters of the settings"))
        contents.setFixedWidth(round(WIDTH * theme.scale()))
        pad, side = theme.measure("gap_3"), theme.measure("icon")
        contents.setStyleSheet(
            f"QListWidget {{ border-right: 1px solid {theme.colours().line}; }}"
            f"QListWidget::item {{ padding-left: {pad}px; }}"
        )
        contents.setIconSize(QSize(side, side))
        for chapter in CHAPTERS:
            item = QListWidgetItem(icon(chapter.icon), _(chapter.title))
            item.setToolTip(_(chapter.title))
            item.setSizeHint(QSize(0, theme.measure("row") + theme.measure("gap_1")))
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter)
            contents.addItem(item)
        return contents

    @property
    def chapter(self) -> Chapter:
        """Return the chapter that is open."""
        return self._chapters[self._stack.currentIndex()]

    def open_chapter(self, key: str) -> Chapter:
        """Open a chapter by its key and return it."""
        place = next(at for at, chapter in enumerate(CHAPTERS) if chapter.key == key)
        self.contents.setCurrentRow(place)
        return self.chapter

    def refresh(self, tables: frozenset[str]) -> None:
        """Read the chapters anew that show one of the tables."""
        for chapter in self._chapters.values():
            if concerns(tables, chapter.shows) and not chapter.has_unsaved():
                chapter.refresh()

    def open_record(self, table: str, record_id: str) -> None:
        """Show a record in the chapter that draws its table."""
        for chapter in CHAPTERS:
            if table in chapter.shows:
                self.open_chapter(chapter.key).open_record(record_id)
                return

    def receive(self, wish: Mapping[str, Any]) -> None:
        """Open the chapter that another page asked for as ``section``."""
        if wish.get("section"):
            self.open_chapter(str(wish["section"]))

    def has_unsaved(self) -> bool:
        """Say whether a form of a chapter is half typed."""
        return any(chapter.has_unsaved() for chapter in self._chapters.values())

    def state(self) -> dict[str, Any]:
        """Return which chapter is open."""
        return {"chapter": self.chapter.key}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        """Open the chapter again."""
        if state:
            self.open_chapter(state["chapter"])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep only the icons of the chapters when the window is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * theme.scale()
        width = NARROW_WIDTH if narrow else WIDTH
        self.contents.setFixedWidth(round(width * theme.scale()))
        for place, chapter in enumerate(CHAPTERS):
            self.contents.item(place).setText("" if narrow else _(chapter.title))

    @Slot(QListWidgetItem)
    def _on_entered(self, _item: QListWidgetItem) -> None:
        """Go into the chapter by Enter."""
        self.chapter.take_focus()

    @Slot(int)
    def _on_chosen(self, place: int) -> None:
        if place < 0:
            return
        if place not in self._chapters:
            chapter = CHAPTERS[place](self.bench, self._doors)
            chapter.refresh()
            self._chapters[place] = chapter
            empty = self._stack.widget(place)
            self._stack.insertWidget(place, chapter)
            if empty is not None:
                self._stack.removeWidget(empty)
        self._stack.setCurrentIndex(place)
        self.help_topic = CHAPTERS[place].help_topic
        self.bench.topic_changed.emit()


def settings_page(doors: Doors) -> PageSpec:
    """Return the page of settings."""
    return PageSpec(
        "settings",
        N_("Settings"),
        "settings",
        partial(SettingsPage, doors),
        opens=SettingsPage.shows,
    )
