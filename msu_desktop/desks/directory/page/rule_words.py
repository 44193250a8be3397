"""A dated rule in words: its areas, its units, its card."""

from collections.abc import Sequence
from datetime import date

from msu_desktop.desks.directory.page.history import Wording, history_lines
from msu_desktop.desks.directory.queries.law import RuleRow
from msu_desktop.gui.widgets.card import Badge, Block, CardContent, Pair
from msu_desktop.language.catalogue import _, language, ngettext
from msu_desktop.language.dates import short_date
from msu_desktop.office.errors import N_
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
}
YES_OR_NO = {"yes": N_("yes"), "no": N_("no")}
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
    if rule.value in YES_OR_NO:
        return _(YES_OR_NO[rule.value])
    shown = rule.value.replace(";", "; ")
    plain = {"choice", "list", "template", "text"}
    return shown if rule.unit in plain else f"{shown} ({unit_words(rule.unit)})"


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
