"""What the pages of the directory are lent by those who wire the program together.

The registers and their letters belong to a later desk, the theme to the application, the data
folder to the start: the directory knows none of them and is handed what it needs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from msu_desktop.office.numbering import Restart
from msu_desktop.store.acting import Act, Command
from msu_desktop.store.check import CheckReport
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.progress import Progress
from msu_desktop.store.workplace import Workplace


@dataclass(frozen=True, slots=True)
class RegisterNumbers:
    """How a register numbers its papers; ``last_number`` is the last one drawn in this period.

    ``names`` are the register's names by language.
    """

    code: str
    names: Mapping[str, str]
    template: str
    restart: Restart
    first_number: int = 1
    last_number: int = 0


@dataclass(frozen=True, slots=True)
class Numbering:
    """Asks the registers how they number, and makes the act that corrects one of them."""

    registers: Callable[[Workplace], Sequence[RegisterNumbers]]
    correction: Callable[[RegisterNumbers], tuple[Act[Any, Any], Command]]


class Appearance(Protocol):
    """Changes how the window speaks and looks; the application does it."""

    def set_language(self, language: str) -> None:
        """Let the window speak another language."""

    def set_theme(self, name: str, scale: float | None = None) -> None:
        """Change the colours, and the size of text when it is given."""


@dataclass(frozen=True, slots=True)
class Doors:
    """Everything the settings and the backup copies need from outside.

    ``letters`` counts the papers with each of some parties. ``look_through`` checks the whole
    folder. ``restart`` closes the office, does what it is given and opens the office again.
    ``act_words`` and ``record_words`` name the acts and tables of the other desks (msgids).
    """

    folder: DataFolder
    appearance: Appearance
    numbering: Numbering
    letters: Callable[[Workplace, Sequence[str]], Mapping[str, int]]
    look_through: Callable[[Progress], CheckReport]
    restart: Callable[[Callable[[], None]], None]
    act_words: Mapping[str, str] = field(default_factory=dict)
    record_words: Mapping[str, str] = field(default_factory=dict)
