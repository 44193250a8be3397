"""The page of backup copies: what there is, make one now, restore one."""

import secrets
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from msu_desktop.desks.directory.page.backup_words import (
    backup_card,
    moment_words,
    preview_card,
)
from msu_desktop.desks.directory.page.computer_chapter import SECOND_FOLDER
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.layers import Layers
from msu_desktop.desks.directory.page.restore_pane import RestorePane
from msu_desktop.desks.directory.page.short_list import ShortList
from msu_desktop.gui.models.paged import Column
from msu_desktop.gui.page import Page, PageSpec
from msu_desktop.gui.tasks import IsCancelled, Progress
from msu_desktop.gui.widgets.card import Card
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_and_card import ListAndCard
from msu_desktop.gui.widgets.list_view import ListPane
from msu_desktop.gui.widgets.parts import stacked
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language
from msu_desktop.language.formats import file_size
from msu_desktop.office.errors import N_, Cancelled, Failure
from msu_desktop.office.ids import IdMaker
from msu_desktop.store import backup, restore
from msu_desktop.store.backup import Backup
from msu_desktop.store.clock import Clock, local_clock
from msu_desktop.store.durable import write_whole
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.restore import Preview
from msu_desktop.store.thinning import Reason
from msu_desktop.store.troubles import known_troubles


class BackupsPage(Page):
    """Show the backup copies of this computer and of the second folder; make and restore them."""

    def __init__(self, doors: Doors, bench: Workbench) -> None:
        super().__init__(bench)
        self._doors = doors
        self._copies: list[Backup] = []
        self._shown: Backup | None = None
        rows = ShortList(lambda: self._copies)
        self.list = ListPane(
            (
                Column("at", N_("Made"), lambda one: moment_words(one.at, self._zone), 136),
                Column("reason", N_("Why"), lambda one: _(one.reason.label), 165),
                Column("where", N_("Where"), self._where, 100),
                Column("acts", N_("Acts"), _acts, 84, align="right"),
                Column("size", N_("Size"), _size, 80, align="right"),
                Column("verified", N_("State"), _state, 165),
            ),
            rows.fetch,
            rows.count,
            name="backups",
            settings=bench.settings,
            row_id=lambda one: str(one.path),
            tone=lambda one: "" if _is_usable(one) else "danger",
            empty_text=_("No backup copy yet: press «Back up now»."),
        )
        self.card = Card()
        self.card.add_button(_("Restore this copy…"), "history", self.ask_to_restore)
        self.layers = Layers(self._overview())
        self.column(self.layers)
        self.list.row_selected.connect(self._on_selected)
        self.list.row_opened.connect(self.ask_to_restore)
        self.list.new_requested.connect(self.back_up_now)

    def _overview(self) -> QWidget:
        header = Header(
            _("Backup copies"), _("Made by itself every half hour and on closing; kept for a year")
        )
        header.add_button(_("To another folder or stick…"), "export", self.choose_place)
        header.add_button(_("Back up now"), "backup", self.back_up_now, primary=True, tip="Ctrl+N")
        sides = ListAndCard(self.list, self.card, settings=self.bench.settings, name="backups")
        return stacked(header, sides)

    @property
    def _zone(self) -> tzinfo | None:
        return self.bench.workplace.now.tzinfo

    @property
    def _second_place(self) -> Path | None:
        kept = self.bench.settings.get(SECOND_FOLDER)
        return Path(kept) if kept else None

    def refresh(self, _tables: frozenset[str]) -> None:
        """Look again which copies there are, on a stick as well when it is in."""
        copies = list(backup.backups(self._doors.folder))
        place = self._second_place
        if place is not None and place.is_dir():
            copies += backup.backups(backup.second_folder(place))
        self._copies = sorted(copies, key=lambda one: one.at, reverse=True)
        self.list.refresh()

    def has_unsaved(self) -> bool:
        """Say whether a reason is half typed."""
        return self.layers.has_unsaved()

    @Slot()
    def back_up_now(self) -> None:
        """Make a copy in the background, to the second folder as well when one is set."""
        self._back_up(self._second_place)

    @Slot()
    def choose_place(self) -> None:
        """Ask for a folder or stick and make a copy there."""
        chosen = QFileDialog.getExistingDirectory(self, _("To another folder or stick…"))
        if chosen:
            self._back_up(Path(chosen))

    def _back_up(self, also_to: Path | None) -> None:
        folder, clock = self._doors.folder, self._clock

        def work(progress: Progress, is_cancelled: IsCancelled) -> Backup:
            def tell(_step: str, done: int, of: int) -> None:
                if is_cancelled():
                    raise Cancelled
                progress(done, of)

            return backup.back_up(folder, Reason.BY_HAND, also_to, clock=clock, progress=tell)

        self.bench.tasks.run(work, self._on_made, self._on_failed, _("Making a backup copy"))

    def _clock(self) -> datetime:
        return self.bench.workplace.now

    def _on_made(self, made: Backup) -> None:
        said = _("The backup copy of {moment} is made and verified.")
        self.bench.messages.tell(said.format(moment=moment_words(made.at, self._zone)))
        self.refresh(frozenset())
        self.list.select(str(made.path))

    def _on_failed(self, error: Exception) -> None:
        """Show the copies all the same: the one on this computer may have been made."""
        self.refresh(frozenset())
        if not isinstance(error, Failure):
            raise error
        self.bench.messages.trouble(error)

    @Slot()
    def ask_to_restore(self) -> None:
        """Work out in the background what restoring the chosen copy would do, then show it."""
        copy, folder = self._shown, self._doors.folder
        if copy is None:
            return

        def work(_progress: Progress, _is_cancelled: IsCancelled) -> Preview:
            return restore.preview(folder, copy)

        self.bench.tasks.run(work, self._show_preview, title=_("Comparing the copy with the data"))

    def _show_preview(self, preview: Preview) -> None:
        title = _("Restore the copy of {moment}")
        card = preview_card(preview, self._doors.act_words, self._doors.record_words)
        moment = moment_words(preview.backup.at, self._zone)
        pane = RestorePane(title.format(moment=moment), card)
        pane.left.connect(self.layers.uncover)
        pane.restore_requested.connect(partial(self._restore, preview.backup))
        self.layers.cover(pane)
        pane.start()

    def _restore(self, copy: Backup, reason: str) -> None:
        self.layers.uncover()
        who = self.bench.workplace.actor
        self._doors.restart(partial(put_back, self._doors.folder, copy, f"{who}: {reason}"))

    def _where(self, copy: Backup) -> str:
        at_home = copy.path.parent == self._doors.folder.backups
        return _("this computer") if at_home else _("second folder")

    @Slot(object)
    def _on_selected(self, copy: Backup | None) -> None:
        self._shown = copy
        if copy is None:
            self.card.show_empty(_("Choose a backup copy"))
        else:
            self.card.show_content(backup_card(copy, self._zone))


def put_back(folder: DataFolder, copy: Backup, why: str, clock: Clock = local_clock) -> None:
    """Restore a copy while the office is closed; who wanted it and why lies beside the old file."""
    aside = restore.restore(folder, copy, clock, IdMaker(secrets.token_bytes))
    if aside is not None:
        with known_troubles():
            write_whole(aside.with_suffix(".txt"), f"{copy.name}\n{why}\n".encode())


def _is_usable(copy: Backup) -> bool:
    return copy.verified and copy.acts is not None


def _state(copy: Backup) -> str:
    return _("made and verified") if _is_usable(copy) else _("cannot be used")


def _acts(copy: Backup) -> str:
    return "" if copy.acts is None else str(copy.acts)


def _size(copy: Backup) -> str:
    return file_size(copy.size, language())


def backups_page(doors: Doors) -> PageSpec:
    """Return the page of backup copies."""
    return PageSpec("backups", N_("Backup copies"), "backup", partial(BackupsPage, doors))
