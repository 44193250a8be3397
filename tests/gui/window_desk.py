"""What stands for the open office in the tests of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msu_desktop.gui.keeping import DraftsInMemory, SettingsInMemory
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.workbench import Workbench


class Place:
    """Stands for the open office: performs whatever it is told and tells who listens."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[frozenset[str]], None]] = []

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        self.listeners.append(listener)

    def perform(self, act: Any, command: Any) -> Any:
        result = act(command)
        for listener in self.listeners:
            listener(frozenset({"document"}))
        return result

    def ask(self, query: Any, args: Any) -> Any:
        return query(args)


@dataclass
class Desk:
    """What a test of the window holds in its hands."""

    place: Place
    bench: Workbench
    messages: RecordedMessages
    settings: SettingsInMemory
    drafts: DraftsInMemory
