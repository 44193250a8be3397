"""Open the office in its window, and open it again after a restore."""

import sys
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer

from msu_desktop.bootstrap import lending, pages
from msu_desktop.bootstrap.guarding import Guard, told_to
from msu_desktop.bootstrap.keeping import DraftsOnDisk, SettingsOnDisk
from msu_desktop.bootstrap.log import write_log
from msu_desktop.bootstrap.wiring import open_office
from msu_desktop.desks.directory.page.first_steps import FirstSteps
from msu_desktop.desks.directory.queries.office import OfficeAsked, is_set_up, office
from msu_desktop.desks.today.queries import SearchAsked, search_everything
from msu_desktop.gui.application import Application, make_application
from msu_desktop.gui.crash import CrashDoor
from msu_desktop.gui.crash_dialog import show_crash
from msu_desktop.gui.main_window import MainWindow, Surroundings
from msu_desktop.gui.messages import WindowMessages
from msu_desktop.gui.qt_log import route_qt_messages
from msu_desktop.gui.search_box import SearchHit
from msu_desktop.gui.status_line import Status
from msu_desktop.gui.tasks import IsCancelled, TaskRunner
from msu_desktop.gui.tasks import Progress as TaskProgress
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.language.catalogue import _, language, say
from msu_desktop.office.errors import Failure, KnownTrouble
from msu_desktop.store import backup, restore
from msu_desktop.store.check import CheckReport
from msu_desktop.store.clock import local_clock
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import RESTORABLE, Manner
from msu_desktop.store.workplace import Workplace


def open_window(folder: DataFolder, spoken: str) -> int:
    """Show the office of a data folder until its window is closed; return the exit status."""
    route_qt_messages()
    settings = SettingsOnDisk(folder)
    application = make_application(sys.argv[:1], settings)
    if spoken != language():
        application.set_language(spoken)
    return Session(folder, settings, application).run()


class Session:
    """One run of the program: a window after another, until one is closed for good."""

    def __init__(
        self, folder: DataFolder, settings: SettingsOnDisk, application: Application
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.application = application
        self.messages = WindowMessages()
        self.window: MainWindow | None = None
        self._next: Callable[[], object] | None = None

    def run(self) -> int:
        """Open the office, show it, and do what was asked for between two windows."""
        try:
            self.folder.create()
        except KnownTrouble as trouble:
            self.messages.trouble(trouble)
            return 1
        write_log(self.folder)
        crash = CrashDoor(self.folder.logs, self.messages, show_crash)
        crash.install()
        try:
            while True:
                status = self._open_and_show()
                if self._next is None:
                    return status
                self._do_between()
        finally:
            crash.uninstall()

    def restart(self, job: Callable[[], None]) -> None:
        """Close the office, do the job while nobody uses the data, and open the office again."""
        self._next = job
        if self.window is not None and not self.window.close():
            self._next = None

    def _do_between(self) -> None:
        job, self._next = self._next, None
        try:
            if job is not None:
                job()
        except Failure as failure:
            self.messages.trouble(failure)

    def _open_and_show(self) -> int:
        try:
            workplace = open_office(self.folder, self.settings.kept, Manner(window=True))
            try:
                return self._show(workplace)
            finally:
                self.window = None
                workplace.close()
        except KnownTrouble as trouble:
            return self._offer_a_way_out(trouble)

    def _offer_a_way_out(self, trouble: KnownTrouble) -> int:
        """Say what is wrong; when a good backup copy can mend it, offer to restore that."""
        good = backup.last_good(self.folder) if trouble.code in RESTORABLE else None
        if good is None:
            self.messages.trouble(trouble)
            return 1
        local = good.at.astimezone(local_clock().tzinfo)
        question = _("{trouble}\n\nThe last good backup copy is of {day} {time}. Restore it?")
        filled = question.format(
            trouble=say(trouble), day=f"{local:%d.%m.%Y}", time=f"{local:%H:%M}"
        )
        if self.messages.confirm(filled, _("Restore")):
            manner = Manner()
            self._next = lambda: restore.restore(self.folder, good, manner.clock, manner.make_id)
        return 1

    def _bench(self, workplace: Workplace, tasks: TaskRunner) -> Workbench:
        drafts, version = DraftsOnDisk(self.folder), workplace.data_version
        return Workbench(workplace, Services(tasks, self.messages, self.settings, drafts, version))

    def _first_steps(self, bench: Workbench) -> bool:
        steps = FirstSteps(bench, lending.numbering(), self.application)
        begun = bool(steps.exec())
        steps.deleteLater()
        return begun

    def _show(self, workplace: Workplace) -> int:
        """Ask the first steps of a new office, then show the window until it is closed."""
        tasks = TaskRunner()
        bench = self._bench(workplace, tasks)
        try:
            if workplace.ask(is_set_up, OfficeAsked()) or self._first_steps(bench):
                return self._show_window(bench, tasks)
            return 0
        finally:
            tasks.close()
            bench.put_away()

    def _show_window(self, bench: Workbench, tasks: TaskRunner) -> int:
        workplace = bench.workplace
        guard = Guard(self.folder, workplace, self.settings, tasks)
        lent = pages.doors(self.folder, self.application, self.restart)
        surroundings = Surroundings(
            find=partial(_hits, workplace),
            kinds=pages.KINDS,
            status=partial(_status, workplace, guard),
            closing=partial(_close, guard, self.messages),
        )
        window = MainWindow(self.application, bench, pages.specs(lent, guard.last), surroundings)
        self.window = window
        window.show()
        QTimer.singleShot(0, window, partial(self._tell_what_happened, workplace, tasks))
        status = int(self.application.qt.exec())
        window.deleteLater()
        return status

    def _tell_what_happened(self, workplace: Workplace, tasks: TaskRunner) -> None:
        """Tell what the start met; after a bad end look everything through in the background."""
        notes = [*workplace.troubles, *([self.settings.note] if self.settings.note else [])]
        self.settings.note = None
        for note in notes:
            self.messages.warn(say(note))
        if workplace.ended_badly:
            tasks.run(
                self._look_through, self._on_looked_through, title=_("Looking everything through")
            )

    def _look_through(self, progress: TaskProgress, is_cancelled: IsCancelled) -> CheckReport:
        return pages.look_through(self.folder, told_to(progress, is_cancelled))

    def _on_looked_through(self, report: CheckReport) -> None:
        if not report.is_sound:
            said = "\n".join(say(found.problem) for found in report.findings[:5])
            advice = _("Open Settings → Soundness, and restore a backup copy if data is harmed.")
            self.messages.warn(f"{said}\n\n{advice}")


def _close(guard: Guard, messages: WindowMessages) -> bool:
    guard.close(messages)
    return True


def _status(workplace: Workplace, guard: Guard) -> Status:
    own = workplace.ask(office, OfficeAsked())
    name = own.name_ru if language() == "ru" else own.name_ky
    return Status(name, workplace.actor, guard.last())


def _hits(workplace: Workplace, text: str) -> Sequence[SearchHit]:
    hits = workplace.ask(search_everything, SearchAsked(text=text))
    return [SearchHit(hit.table, hit.id, hit.title, hit.detail) for hit in hits]
