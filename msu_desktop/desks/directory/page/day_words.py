"""A day of the working calendar in words and colours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from msu_desktop.desks.directory.model import DAY_KIND_LABELS, DAY_STATUS_LABELS
from msu_desktop.desks.directory.queries.law import CalendarDateRow
from msu_desktop.gui.widgets.card import Badge, Block, CardContent, HistoryLine, Pair
from msu_desktop.language.catalogue import _, language
from msu_desktop.language.dates import long_date, weekday
from msu_desktop.office.calendar import DayKind, DayStatus
from msu_desktop.office.errors import N_

TONES = {
    DayKind.DAY_OFF: "danger",
    DayKind.WORKING: "success",
    DayKind.SHORT: "warning",
    DayKind.WORKING_HOLIDAY: "accent",
}
SURE = (DayStatus.VERIFIED, DayStatus.CONFIRMED)
FIELDS = {
    "kind": N_("Kind of day"),
    "name_ky": N_("Name in Kyrgyz"),
    "name_ru": N_("Name in Russian"),
    "name_en": N_("Name in English"),
    "reason": N_("Reason"),
    "status": N_("Status"),
    "day": N_("Day"),
}


@dataclass(frozen=True, slots=True)
class DayLook:
    """How a day is drawn: the tone of its kind, its name, whether it may still move."""

    tone: str
    name: str
    is_estimated: bool


def looks(days: tuple[CalendarDateRow, ...]) -> Mapping[date, DayLook]:
    """Return how the days that are not ordinary are drawn."""
    return {
        row.day: DayLook(
            TONES[DayKind(row.kind)],
            day_name(row),
            row.status == DayStatus.ESTIMATED and row.kind == DayKind.DAY_OFF,
        )
        for row in days
    }


def day_name(row: CalendarDateRow) -> str:
    """Name a day in the language of the window, or say what kind of day it is."""
    names = {"ky": row.name_ky, "ru": row.name_ru, "en": row.name_en}
    return names[language()] or row.name_ky or _(DAY_KIND_LABELS[DayKind(row.kind)])


def spoken_day(day: date, look: DayLook | None) -> str:
    """Say a day in full: its date, its weekday, what it is."""
    said = f"{long_date(day, language())}, {weekday(day, language())}"
    return f"{said}: {look.name}" if look else said


def day_card(day: date, row: CalendarDateRow | None, history: list[HistoryLine]) -> CardContent:
    """Return the card of a day."""
    title = long_date(day, language())
    if row is None:
        usual = _("day off, as every weekend") if day.isoweekday() > 5 else _("usual working day")
        return CardContent(title, weekday(day, language()), [Badge(usual)], (), history)
    kind, status = DayKind(row.kind), DayStatus(row.status)
    badges = [
        Badge(_(DAY_KIND_LABELS[kind]), TONES[kind]),
        Badge(_(DAY_STATUS_LABELS[status]), "" if status in SURE else "warning"),
    ]
    pairs = [Pair(_("Name in Kyrgyz"), row.name_ky), Pair(_("Name in Russian"), row.name_ru)]
    if row.reason:
        pairs.append(Pair(_("Reason"), row.reason))
    return CardContent(title, weekday(day, language()), badges, [Block("", pairs)], history)
