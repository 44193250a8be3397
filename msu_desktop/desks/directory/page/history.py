"""The history of a record in the reader's words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from msu_desktop.gui.widgets.card import HistoryLine
from msu_desktop.language.catalogue import _, language, words
from msu_desktop.office.errors import N_
from msu_desktop.store.clock import moment
from msu_desktop.store.journal import HistoryRow, Value

ACT_WORDS = {
    "set_up_office": N_("The office was set up"),
    "correct_office": N_("The data of the office was corrected"),
    "add_official": N_("The official was entered"),
    "correct_official": N_("The official was corrected"),
    "confirm_clock": N_("The clock was confirmed"),
    "add_party": N_("The party was entered"),
    "correct_party": N_("The party was corrected"),
    "merge_parties": N_("Two entries were made one"),
    "add_rule": N_("The rule was entered"),
    "correct_rule": N_("The rule was corrected"),
    "set_calendar_day": N_("A day of the calendar was changed"),
    "open_calendar_year": N_("A year of the calendar was opened"),
    "add_case_file": N_("The file was entered"),
    "correct_case_file": N_("The file was corrected"),
    "copy_case_files": N_("The list of files was copied"),
    "save_view": N_("A view was kept"),
    "delete_view": N_("A view was removed"),
}
"""What each act of the directory did, as a sentence without its subject."""

UNSHOWN = frozenset({"id", "office_id", "sort_key", "party_key", "version"})
"""Fields that only the program needs."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a kind of record: what its acts did, how its fields are called, its values."""

    fields: Mapping[str, str]
    acts: Mapping[str, str] = field(default_factory=lambda: ACT_WORDS)
    values: Mapping[str, Callable[[str], str]] = field(default_factory=dict)


def history_lines(rows: Sequence[HistoryRow], wording: Wording) -> list[HistoryLine]:
    """Put a history into the language of the window; an entry's first line lists no fields."""
    return [
        HistoryLine(
            when=when(row.at),
            who=row.actor,
            what=_(wording.acts.get(row.act, row.act)),
            changes=() if _is_first(row) else _changes(row, wording),
        )
        for row in rows
    ]


def when(at: str) -> str:
    """Write an instant of the journal as the clock of this PC shows it."""
    return words(language()).fact(moment(at))


def _is_first(row: HistoryRow) -> bool:
    return row.fields.get("office_id", ("", None))[0] is None


def _changes(row: HistoryRow, wording: Wording) -> list[tuple[str, str, str]]:
    return [
        (
            _(wording.fields.get(name, name)),
            _said(name, before, wording),
            _said(name, after, wording),
        )
        for name, (before, after) in row.fields.items()
        if name not in UNSHOWN
    ]


def _said(name: str, value: Value, wording: Wording) -> str:
    if value is None or value == "":
        return ""
    if name in wording.values:
        return wording.values[name](str(value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    try:
        return words(language()).fact(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
