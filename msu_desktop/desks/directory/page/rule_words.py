"""A dated rule in words: its areas, its units, its card."""

import re
from collections.abc import Sequence
from datetime import date

from msu_desktop.desks.directory.page.history import Wording, history_lines
from msu_desktop.desks.directory.queries.law import RuleRow
from msu_desktop.gui.widgets.card import Badge, Block, CardContent, Pair
from msu_desktop.language.catalogue import _, language, ngettext
from msu_desktop.language.dates import short_date
from msu_desktop.office.errors import N_
from msu_desktop.office.numbering import Restart
from msu_desktop.office.rules import Rule, Status, Use
from msu_desktop.store.journal import HistoryRow

AREAS = {
    "appeals": N_("Appeals of citizens"),
    "information": N_("Access to information"),
    "records": N_("Letters and records"),
    "calendar": N_("Working calendar"),
    "kenesh": N_("Village kenesh"),
    "initiatives": N_("Local initiatives"),
    "staff": N_("Staff"),
    "pay": N_("Pay"),
    "budget": N_("Budget"),
    "report": N_("Reports"),
    "procurement": N_("Procurement"),
    "territory": N_("Territory"),
    "handover": N_("Hand-over of data"),
    "elections_test": N_("Elections"),
}
UNITS = {
    "working_days": N_("working days"),
    "calendar_days": N_("calendar days"),
    "days_kind_not_stated": N_("days (the act does not say which)"),
    "months": N_("months"),
    "years": N_("years"),
    "choice": N_("choice"),
    "list": N_("list"),
    "template": N_("number template"),
    "text": N_("text"),
    "persons": N_("persons"),
    "share": N_("share"),
    "share_of_elected": N_("share of those elected"),
    "units": N_("units"),
    "som": N_("som"),
    "som_per_month": N_("som a month"),
    "percent": N_("per cent"),
    "points": N_("points"),
    "codes": N_("codes"),
    "count": N_("count"),
    "mm": N_("mm"),
    "coefficient": N_("coefficient"),
    "dates": N_("dates"),
    "weekdays": N_("days of the week"),
    "digits": N_("digits"),
    "roman": N_("Roman numeral"),
    "pattern": N_("ending of a title"),
    "map": N_("list by kind"),
    "questions": N_("questions"),
    "answers": N_("answers"),
    "signatures": N_("signatures"),
    "steps": N_("steps"),
    "letters_per_working_day": N_("letters in a working day"),
    "times_per_year": N_("times a year"),
    "percentage_points": N_("percentage points"),
    "share_of_republican_expenditure": N_("share of the spending of the republican budget"),
}
CHOICES = {
    "yes": N_("yes"),
    "no": N_("no"),
    "registration_date": N_("from the day of registration"),
    "receipt_date": N_("from the day of receipt"),
    "stays": N_("ends on that day all the same"),
    "moves": N_("moves to the next working day"),
    "all_deputies": N_("of all deputies"),
    "present_deputies": N_("of the deputies present"),
    "secret": N_("secret"),
    "yearly": Restart.YEARLY.label,
    "monthly": N_("every month"),
    "month_end_mean": N_("mean of the numbers at the ends of months"),
    "ky": N_("Kyrgyz"),
    "1-5": N_("Monday to Friday"),
}
EITHER = (
    ("yes", "no"),
    ("registration_date", "receipt_date"),
    ("stays", "moves"),
    ("all_deputies", "present_deputies"),
)
AS_WRITTEN = frozenset({"choice", "list", "template", "text", "map", "pattern", "roman", "dates"})
TONES = {Status.VERIFIED: "success", Status.PRACTICE: "accent", Status.UNVERIFIED: "warning"}
FIELDS = {
    "value": N_("Figure"),
    "unit": N_("Unit"),
    "effective_from": N_("In force from"),
    "effective_to": N_("In force to"),
    "basis": N_("Act it comes from"),
    "status": N_("Status"),
    "use": N_("Use"),
    "note": N_("Note"),
    "rule": N_("Wording"),
    "rule_ky": N_("Wording in Kyrgyz"),
    "rule_ru": N_("Wording in Russian"),
    "code": N_("Code"),
    "topic": N_("Subject"),
    "area": N_("Area"),
}


def area_words(area: str) -> str:
    """Name an area of the rules."""
    return _(AREAS.get(area, area))


def unit_words(unit: str) -> str:
    """Name the unit of a figure."""
    return _(UNITS.get(unit, unit))


def value_words(rule: Rule) -> str:
    """Write the figure with its unit; a missing one says so."""
    if not rule.value.strip():
        return _("figure missing")
    if rule.value.isdigit():
        return _counted(int(rule.value), rule.unit)
    if rule.value in CHOICES:
        return choice_words(rule.value)
    shown = re.sub(r";\s*", "; ", rule.value)
    if rule.unit == "dates":
        shown = re.sub(r"(\d\d)-(\d\d)", r"\2.\1", shown)
    if rule.unit == "pattern":
        shown = shown.replace("|", ", ")
    return shown if rule.unit in AS_WRITTEN else f"{shown} ({unit_words(rule.unit)})"


def choice_words(value: str) -> str:
    """Name a choice; a value that is none is shown as it is written."""
    return _(CHOICES[value]) if value in CHOICES else value


def choices_beside(value: str) -> tuple[str, ...]:
    """Return the choices a value is one of; none where the value is written freely."""
    return next((codes for codes in EITHER if value in codes), ())


def _counted(n: int, unit: str) -> str:
    match unit:
        case "working_days":
            return ngettext("{n} working day", "{n} working days", n)
        case "calendar_days":
            return ngettext("{n} calendar day", "{n} calendar days", n)
        case "months":
            return ngettext("{n} month", "{n} months", n)
        case "years":
            return ngettext("{n} year", "{n} years", n)
        case "persons":
            return ngettext("{n} person", "{n} persons", n)
    return f"{n} ({unit_words(unit)})"


def span_words(rule: Rule) -> str:
    """Write from when until when a rule is in force."""
    since = short_date(rule.effective_from) if rule.effective_from else "…"
    until = short_date(rule.effective_to) if rule.effective_to else "…"
    return f"{since} – {until}"


def state_words(rule: Rule, *, in_force: bool) -> str:
    """Say whether a rule is in force today, and if not, why."""
    if in_force:
        return _("in force today")
    return _("not in force today") if rule.use is Use.DEFAULT else _(rule.use.label)


def rule_card(
    row: RuleRow, *, in_force: bool, today: date, history: Sequence[HistoryRow]
) -> CardContent:
    """Return the card of a rule."""
    rule = row.rule
    badges = [
        Badge(state_words(rule, in_force=in_force), "success" if in_force else ""),
        Badge(_(rule.status.label), TONES[rule.status]),
    ]
    pairs = [
        Pair(_("Figure"), value_words(rule)),
        Pair(_("In force"), span_words(rule)),
        Pair(_("Act it comes from"), rule.basis),
        Pair(_("Area"), area_words(rule.area)),
        Pair(_("Code"), rule.code),
    ]
    if rule.note:
        pairs.append(Pair(_("Note"), rule.note))
    wording = Wording(
        FIELDS,
        values={
            "value": choice_words,
            "unit": unit_words,
            "area": area_words,
            "status": lambda value: _(Status(value).label),
            "use": lambda value: _(Use(value).label),
        },
    )
    shown = _("as of {day}").format(day=short_date(today))
    return CardContent(
        rule.named(language()), shown, badges, [Block("", pairs)], history_lines(history, wording)
    )
