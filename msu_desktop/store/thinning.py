"""Which backup copies are kept as time goes by: plain reckoning over their times."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from msu_desktop.office.errors import N_

HALF_HOURS = 12
DAYS = 14
MONTHS = 12
MONTH = timedelta(days=31)


class Reason(StrEnum):
    """Why a backup copy was made."""

    HALF_HOUR = "half_hour"
    CLOSING = "closing"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_IMPORT = "before_import"
    BEFORE_RESTORE = "before_restore"
    BY_HAND = "by_hand"

    @property
    def label(self) -> str:
        """Return the words for it, to be translated."""
        return _LABELS[self]


_LABELS = {
    Reason.HALF_HOUR: N_("every half hour"),
    Reason.CLOSING: N_("when the program was closed"),
    Reason.BEFORE_MIGRATION: N_("before a new version of the program"),
    Reason.BEFORE_IMPORT: N_("before taking data in"),
    Reason.BEFORE_RESTORE: N_("before a backup copy was restored"),
    Reason.BY_HAND: N_("made by hand"),
}
_PRECIOUS = frozenset({Reason.BY_HAND, Reason.BEFORE_MIGRATION, Reason.BEFORE_RESTORE})


@dataclass(frozen=True, slots=True)
class Made:
    """A backup copy as thinning sees it: its file name, when and why it was made."""

    name: str
    at: datetime
    reason: Reason


def to_remove(copies: Iterable[Made], now: datetime) -> list[str]:
    """Return the names of the copies that are no longer needed.

    Kept is the newest copy of each of the last 12 half-hours, 14 days and 12 months that have one;
    those made by hand, before a migration or a restore, for a month; and always the newest, also
    the newest that the clock does not put into the future.
    """
    newest_first = sorted(copies, key=lambda made: (made.at, made.name), reverse=True)
    kept = {made.name for made in newest_first[:1]}
    kept.update([made.name for made in newest_first if made.at <= now][:1])
    for slot, most in ((_half_hour, HALF_HOURS), (_day, DAYS), (_month, MONTHS)):
        kept.update(_newest_of_each(newest_first, slot)[:most])
    kept.update(
        made.name for made in newest_first if made.reason in _PRECIOUS and now - made.at < MONTH
    )
    return [made.name for made in newest_first if made.name not in kept]


def _newest_of_each(newest_first: list[Made], slot: Callable[[datetime], object]) -> list[str]:
    newest: dict[object, str] = {}
    for made in newest_first:
        newest.setdefault(slot(made.at), made.name)
    return list(newest.values())


def _half_hour(at: datetime) -> object:
    return int(at.timestamp()) // 1800


def _day(at: datetime) -> object:
    return at.date()


def _month(at: datetime) -> object:
    return at.year, at.month
