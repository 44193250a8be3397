"""The run of the program itself: a new folder, two windows, a harmed file, a job between windows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from msu_desktop.bootstrap import window as bootstrap_window
from msu_desktop.bootstrap.window import Session
from msu_desktop.bootstrap.wiring import open_office
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.page.first_steps import FirstSteps
from msu_desktop.desks.directory.queries.parties import PartiesAsked, parties
from msu_desktop.office.parties import SenderKind
from msu_desktop.store import backup
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.settings import Settings
from msu_desktop.store.startup import Manner
from msu_desktop.store.thinning import Reason
from msu_desktop.store.workplace import Workplace
from tests.journeys.conftest import Start


def when_open(session: Session, do: Callable[[], object]) -> None:
    """Do something as soon as the window is shown, then close the window."""

    def look() -> None:
        if session.window is None or not session.window.isVisible():
            QTimer.singleShot(20, look)
            return
        do()
        if session.window is not None:
            session.window.close()

    QTimer.singleShot(0, look)


def enter_a_party(folder: DataFolder, name: str) -> None:
    office = open_office(folder, Settings())
    office.perform(add_party, AddParty(sender_kind=SenderKind.STATE_BODY, name=name))
    office.close()


def names(office: Workplace) -> list[str]:
    return [party.name for party in office.ask(parties, PartiesAsked())]


def test_the_secretary_works_in_the_window_unless_another_is_chosen(
    start: Start, folder: DataFolder
) -> None:
    session = start(folder)
    seen: list[str] = []
    when_open(
        session, lambda: seen.append(session.window.status.findChild(object, "statusWho").text())
    )
    assert session.run() == 0
    assert seen == ["Б. Кайыңова"]


def test_closing_the_window_leaves_a_backup_copy_of_what_changed(
    start: Start, folder: DataFolder
) -> None:
    session = start(folder)
    when_open(session, lambda: enter_a_party(folder, "Нарын облустук архив кызматы"))
    assert session.run() == 0
    assert backup.backups(folder)[0].reason is Reason.CLOSING


def test_a_second_window_on_the_same_folder_is_refused_with_a_sentence(
    start: Start, folder: DataFolder
) -> None:
    first = open_office(folder, Settings(), Manner(window=True))
    try:
        second = start(folder)
        assert second.run() == 1
    finally:
        first.close()
    assert [trouble.code for trouble in second.messages.troubles] == ["already_open"]


def test_a_new_folder_begins_with_the_first_steps_and_may_be_left(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[bool] = []

    class Left(FirstSteps):
        def exec(self) -> int:
            begun.append(True)
            return 0

    monkeypatch.setattr(bootstrap_window, "FirstSteps", Left)
    assert start(DataFolder(tmp_path / "жаңы")).run() == 0
    assert begun == [True]


def test_a_harmed_file_is_mended_from_the_last_good_copy_if_the_clerk_agrees(
    start: Start, folder: DataFolder
) -> None:
    enter_a_party(folder, "Көк-Арча РМА")
    backup.back_up(folder, Reason.BY_HAND)
    folder.database.write_bytes("бул база эмес".encode() * 400)
    for beside in folder.path.glob("office.db-*"):
        beside.unlink()
    session = start(folder)
    shown: list[list[str]] = []
    when_open(session, lambda: shown.append([spec.key for spec in session.window._specs]))
    assert session.run() == 0
    assert len(session.messages.asked) == 1
    assert shown
    office = open_office(folder, Settings())
    assert names(office) == ["Көк-Арча РМА"]
    office.close()
    assert list(folder.path.glob("office-before-restore-*"))


def test_a_job_between_two_windows_is_done_while_nobody_uses_the_data(
    start: Start, folder: DataFolder
) -> None:
    session = start(folder)
    done: list[str] = []

    def between() -> None:
        done.append("between")
        enter_a_party(folder, "Ысык-Көл көчөсүнүн мектеби")
        when_open(session, lambda: done.append("again"))

    when_open(session, lambda: session.restart(between))
    assert session.run() == 0
    assert done == ["between", "again"]


def test_a_window_that_did_not_end_well_is_looked_through_at_the_next_start(
    start: Start, folder: DataFolder, qtbot
) -> None:
    folder.open_mark.touch()
    session = start(folder)
    looked: list[bool] = []
    told = session._on_looked_through
    session._on_looked_through = lambda report: (looked.append(report.is_sound), told(report))  # type: ignore[method-assign]

    def wait_for_it() -> None:
        qtbot.waitUntil(lambda: bool(looked), timeout=20_000)

    when_open(session, wait_for_it)
    assert session.run() == 0
    assert looked == [True]
    assert session.messages.warned == []
