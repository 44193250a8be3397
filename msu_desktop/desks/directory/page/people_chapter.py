"""The chapter of officials: who is in post, who works at this computer."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from msu_desktop.desks.directory.acts.office import (
    AddOfficial,
    CorrectOfficial,
    add_official,
    correct_official,
)
from msu_desktop.desks.directory.model import NAME_LIMIT, PERSON_LIMIT, Post
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.list_chapter import ListChapter
from msu_desktop.desks.directory.page.record_form import RecordForm
from msu_desktop.desks.directory.page.short_list import ShortList
from msu_desktop.desks.directory.queries.office import OfficialRow, OfficialsAsked, officials
from msu_desktop.gui.models.paged import Column
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Row
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_view import ListPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language, words
from msu_desktop.language.dates import short_date
from msu_desktop.office.errors import N_

ACTOR = "actor_id"


class PeopleChapter(ListChapter):
    """Keep the officials of the office."""

    key = "people"
    title = N_("Officials")
    icon = "users"
    shows = frozenset({"official"})

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        rows = ShortList(lambda: bench.ask(officials, OfficialsAsked()))
        self.list = ListPane(
            (
                Column("name", N_("Full name"), lambda one: one.name, 170),
                Column("post", N_("Post"), _post_words, 200),
                Column("from", N_("In post from"), lambda one: _day(one.valid_from), 190),
                Column("to", N_("In post to"), lambda one: _day(one.valid_to), 172),
                Column("here", N_("Works at this computer"), self._here, 170),
            ),
            rows.fetch,
            rows.count,
            name="officials",
            settings=bench.settings,
            tone=self._tone,
            empty_text=_("No official yet: press Ctrl+N."),
        )
        self.lay_out(self._header(), self.list)
        self.list.new_requested.connect(self.enter_new)
        self.list.correct_requested.connect(self.correct)
        self.list.row_opened.connect(self.correct)

    def _header(self) -> Header:
        header = Header(_("Officials"), _("Papers name them; letters are given to them"))
        header.add_button(_("Works at this computer"), "user", self.work_here)
        header.add_button(_("New official"), "plus", self.enter_new, primary=True, tip="Ctrl+N")
        return header

    @Slot()
    def enter_new(self) -> None:
        """Open an empty form."""
        self.cover(OfficialForm(self.bench, None, self.today), "name")

    @Slot(object)
    def correct(self, row: OfficialRow) -> None:
        """Open the form of an official."""
        self.cover(OfficialForm(self.bench, row, self.today), "name")

    @Slot()
    def work_here(self) -> None:
        """Take the chosen official as the one who works at this computer."""
        row: OfficialRow | None = self.list.current_row()
        if row is None:
            return
        self.bench.settings.put(ACTOR, row.id)
        self.bench.workplace.actor = row.name
        said = _("{name} works at this computer now: the history will name them.")
        self.bench.messages.tell(said.format(name=row.name))
        self.list.refresh()

    def _here(self, row: OfficialRow) -> str:
        return "✓" if row.id == self._actor_id() else ""

    def _actor_id(self) -> str | None:
        chosen = self.bench.settings.get(ACTOR)
        if chosen:
            return str(chosen)
        named = self.bench.ask(officials, OfficialsAsked())
        actor = self.bench.workplace.actor
        return next((one.id for one in named if one.name == actor), None)

    def _tone(self, row: OfficialRow) -> str:
        return "faint" if row.valid_to and row.valid_to < self.today() else ""


class OfficialForm(RecordForm):
    """Enter an official or correct one; the usual words of a post are proposed."""

    def __init__(
        self, bench: Workbench, row: OfficialRow | None, today: Callable[[], date]
    ) -> None:
        title = _("Correct the official") if row else _("New official")
        key = f"official:{row.id}" if row else "official:new"
        super().__init__(bench, title, _rows(today), partial(_save, bench, row), key)
        self.form.field("post").edited.connect(self._propose_words)
        if row is not None:
            names = ("post", "post_ky", "post_ru", "name", "valid_from", "valid_to")
            self.show_values({name: getattr(row, name) for name in names})
        else:
            self.show_values({"post": Post.SPECIALIST.value})
            self._propose_words()

    @Slot()
    def _propose_words(self) -> None:
        """Write the post as papers do; what the user typed for another post goes."""
        label = Post(self.form.field("post").value()).label
        if label == Post.OTHER.label:
            return
        for spoken in ("ky", "ru"):
            self.form.field(f"post_{spoken}").set_value(words(spoken)(label))


def _rows(today: Callable[[], date]) -> list[Row]:
    posts = [(post.value, _(post.label)) for post in Post]
    return [
        [
            TextField(
                "name",
                _("Name as papers write it"),
                required=True,
                limit=PERSON_LIMIT,
                hint=_("For example: Т. Арчалиев"),
            ),
            ChoiceField("post", _("Post"), posts, required=True),
        ],
        [
            TextField("post_ky", _("Post in Kyrgyz papers"), required=True, limit=NAME_LIMIT),
            TextField("post_ru", _("Post in Russian papers"), limit=NAME_LIMIT),
        ],
        [
            DateField("valid_from", _("In post from"), today=today),
            DateField(
                "valid_to",
                _("In post to"),
                today=today,
                hint=_("The last day; earlier papers keep the name"),
            ),
        ],
    ]


def _save(bench: Workbench, row: OfficialRow | None, typed: dict[str, Any]) -> str | None:
    values = {**typed, "post": Post(typed["post"])}
    if row is None:
        return bench.perform(add_official, AddOfficial(**values))
    command = CorrectOfficial(**values, official_id=row.id, version=row.version)
    return bench.perform(correct_official, command)


def _post_words(row: OfficialRow) -> str:
    return row.post_ru if language() == "ru" and row.post_ru else row.post_ky


def _day(day: date | None) -> str:
    return short_date(day) if day else ""
