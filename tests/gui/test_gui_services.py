import faulthandler
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_desk import Desk

from msu_desktop.gui.application import Application
from msu_desktop.gui.crash import CrashDoor
from msu_desktop.gui.crash_dialog import CrashDialog
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.tasks import InlineTaskRunner, IsCancelled, Progress, TaskRunner
from msu_desktop.gui.workbench import EVERYTHING, Services, Workbench
from msu_desktop.office.errors import Cancelled, broken, sentence, trouble

Until = Callable[[Callable[[], bool]], None]
DISK_FULL = sentence("disk_full_in_test", "The disk is full: delete what you do not need.")


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    assert qapp
    runner = TaskRunner()
    yield runner
    runner.close()


# ---- long work


def test_works_are_done_in_order_and_answered_in_the_thread_of_the_window(
    tasks: TaskRunner, until: Until
) -> None:
    answers: list[tuple[int, bool]] = []
    here = QThread.currentThread()
    for number in range(50):
        tasks.run(
            lambda _progress, _cancelled, number=number: number,
            lambda got: answers.append((got, QThread.currentThread() is here)),
        )
    until(lambda: len(answers) == 50)
    assert answers == [(number, True) for number in range(50)]
    assert tasks.is_idle


def test_a_work_tells_how_far_it_is(tasks: TaskRunner, qtbot: QtBot) -> None:
    def work(progress: Progress, _cancelled: IsCancelled) -> str:
        progress(1, 3)
        return "done"

    told: list[object] = []
    tasks.started.connect(told.append)
    tasks.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(tasks.finished):
        tasks.run(work, lambda _result: None, title="Backup")
    assert told == ["Backup", (1, 3)]


def test_a_failed_work_is_handed_to_who_asked_or_to_the_common_door(
    tasks: TaskRunner, until: Until
) -> None:
    failures: list[Exception] = []

    def fail(_progress: Progress, _cancelled: IsCancelled) -> None:
        raise trouble(DISK_FULL)

    tasks.failed.connect(failures.append)
    tasks.run(fail, lambda _result: None, failures.append)
    tasks.run(fail, lambda _result: None)
    until(lambda: len(failures) == 2)


def test_a_cancelled_work_stops_and_says_nothing(tasks: TaskRunner, until: Until) -> None:
    answers: list[object] = []
    begun = threading.Event()

    def work(_progress: Progress, cancelled: IsCancelled) -> None:
        begun.set()
        while not cancelled():
            pass
        raise Cancelled

    tasks.run(work, answers.append, answers.append)
    tasks.run(lambda _progress, _cancelled: 1, answers.append, answers.append)
    assert begun.wait(3)
    tasks.cancel()
    until(lambda: tasks.is_idle)
    assert answers == []


def test_in_tests_a_work_is_done_at_once() -> None:
    answers: list[object] = []
    runner = InlineTaskRunner()
    runner.run(lambda _progress, _cancelled: 5, answers.append)
    runner.failed.connect(lambda failure: answers.append(type(failure)))
    runner.run(lambda _progress, _cancelled: 1 // 0, answers.append)
    assert answers == [5, ZeroDivisionError]


# ---- the workbench


def test_a_known_trouble_is_said_and_a_broken_rule_goes_to_the_form(desk: Desk) -> None:
    def full(_command: object) -> None:
        raise trouble(DISK_FULL)

    def forbidden(_command: object) -> None:
        raise broken(DISK_FULL)

    assert desk.bench.perform(full, None) is None
    assert desk.messages.warned == ["The disk is full: delete what you do not need."]
    with pytest.raises(type(broken(DISK_FULL))):
        desk.bench.perform(forbidden, None)


def test_the_failure_of_a_work_nobody_waits_for_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: bugs.append(kind))

    def full(_progress: Progress, _cancelled: IsCancelled) -> None:
        raise trouble(DISK_FULL)

    desk.bench.tasks.run(full, bugs.append)
    assert desk.messages.warned == ["The disk is full: delete what you do not need."]
    desk.bench.tasks.run(lambda _progress, _cancelled: 1 // 0, bugs.append)
    assert bugs == [ZeroDivisionError]


def test_what_another_program_changed_is_noticed(desk: Desk, qtbot: QtBot) -> None:
    versions = [1]
    services = Services(
        InlineTaskRunner(), desk.messages, desk.settings, desk.drafts, lambda: versions[-1]
    )
    bench = Workbench(desk.place, services)
    told: list[object] = []
    bench.changed.connect(told.append)
    bench.look_for_changes()
    assert told == []
    versions.append(2)
    bench.look_for_changes()
    assert told == [EVERYTHING]
    versions.append(3)
    with qtbot.waitSignal(bench.changed) as changed:
        bench.perform(lambda command: command, None)  # what we did ourselves is known by name
    assert changed.args == [frozenset({"document"})]
    bench.look_for_changes()
    assert len(told) == 2
    bench.deleteLater()


def test_a_paper_is_made_in_the_background_and_shown(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.bench.paper_requested) as shown:
        desk.bench.show_paper("Journal", lambda: b"%PDF", "journal.pdf")
    assert shown.args[0].pdf == b"%PDF"


# ---- a bug


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def door(tmp_path: Path, qapp: QApplication, shown: list[str]) -> Iterator[CrashDoor]:
    assert qapp
    messages = RecordedMessages()
    door = CrashDoor(tmp_path / "logs", messages, lambda _path, text: shown.append(text))
    hooks = sys.excepthook, threading.excepthook
    door.install()
    yield door
    door.uninstall()
    faulthandler.enable()  # pytest's own, which the door had taken over
    assert (sys.excepthook, threading.excepthook) == hooks


@pytest.mark.usefixtures("door")
def test_a_bug_is_written_down_and_told(
    shown: list[str], tmp_path: Path, until: Until, expected_warnings: list[str]
) -> None:
    expected_warnings.append("a bug: ValueError")
    sys.excepthook(ValueError, ValueError("broken"), None)
    until(lambda: len(shown) == 1)
    reports = list((tmp_path / "logs").glob("report-*.txt"))
    assert reports[0].read_text(encoding="utf-8") == shown[0]
    assert "ValueError: broken" in shown[0]
    assert "Python 3" in shown[0]


@pytest.mark.usefixtures("door")
def test_a_bug_in_another_thread_is_shown_in_the_thread_of_the_window(
    shown: list[str], until: Until, expected_warnings: list[str]
) -> None:
    expected_warnings.append("a bug: KeyError")

    def fail() -> None:
        raise KeyError("lost")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert shown == []
    until(lambda: len(shown) == 1)


def test_a_bug_while_a_bug_is_shown_is_only_written_down(
    tmp_path: Path, qapp: QApplication, expected_warnings: list[str]
) -> None:
    assert qapp
    expected_warnings.append("a bug")
    seen: list[str] = []

    def show(_path: Path, text: str) -> None:
        seen.append(text)
        door._on_caught(ValueError("second"))

    (tmp_path / "logs").mkdir()
    door = CrashDoor(tmp_path / "logs", RecordedMessages(), show)
    door._on_caught(ValueError("first"))
    assert len(seen) == 1
    assert len(list((tmp_path / "logs").glob("report-*.txt"))) == 2


def test_a_known_trouble_is_no_bug_and_a_wish_to_stop_is_silent(
    door: CrashDoor, shown: list[str]
) -> None:
    door._on_caught(trouble(DISK_FULL))
    door._on_caught(Cancelled())
    assert shown == []
    assert len(door._messages.troubles) == 1


def test_a_report_that_cannot_be_written_is_shown_all_the_same(
    tmp_path: Path, qapp: QApplication, expected_warnings: list[str]
) -> None:
    assert qapp
    expected_warnings += ["a bug", "the report was not written"]
    seen: list[str] = []
    door = CrashDoor(tmp_path / "gone", RecordedMessages(), lambda _path, text: seen.append(text))
    door._on_caught(ValueError("x"))
    assert len(seen) == 1


def test_the_report_can_be_looked_at(application: Application, qtbot: QtBot) -> None:
    assert application
    dialog = CrashDialog(Path("report.txt"), "trace")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog._details.isVisible()
    dialog._on_details()
    assert dialog._details.isVisible()
