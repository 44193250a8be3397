"""Dated rules: what the law, a habit of the field or the office itself sets, with basis and status.

A change of law is a new row with its day, never an overwritten one; a record keeps the row that was
in force on its own day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from msu_desktop.office.errors import N_, RuleBroken, broken, sentence

FIGURE_MISSING = sentence(
    "figure_missing", "The rule {rule} has no figure yet: enter the figure together with its act."
)
NOT_READABLE = sentence(
    "rule_value_not_readable",
    "The value «{value}» of the rule {rule} cannot be read: correct it in the list of rules.",
)
NOT_IN_FORCE = sentence(
    "rule_not_in_force",
    "No row of the rule {rule} is in force on {on}: switch one on in the list of rules.",
)
TWO_IN_FORCE = sentence(
    "rule_two_in_force",
    "Two rows of one rule begin on the same day ({codes}): give one of them another day.",
)
ENDS_BEFORE_IT_BEGINS = sentence(
    "rule_ends_before_it_begins",
    "The rule ends on {effective_to}, before it begins on {effective_from}: correct the dates.",
)


class Status(StrEnum):
    """How well a rule is known."""

    VERIFIED = "verified"
    PRACTICE = "practice"
    UNVERIFIED = "unverified"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _STATUS_LABELS[self]


class Use(StrEnum):
    """What a row is for; only a row in use as default is ever chosen."""

    DEFAULT = "default"
    OPTION = "option"
    INACTIVE = "inactive"
    TEST = "test"
    INFO = "info"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _USE_LABELS[self]


_STATUS_LABELS = {
    Status.VERIFIED: N_("verified"),
    Status.PRACTICE: N_("example of practice"),
    Status.UNVERIFIED: N_("not verified yet, may be changed"),
}
_USE_LABELS = {
    Use.DEFAULT: N_("in use"),
    Use.OPTION: N_("switched off"),
    Use.INACTIVE: N_("a bill, not in force"),
    Use.TEST: N_("superseded"),
    Use.INFO: N_("for information"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One dated row; rows with the same topic (or, without one, the same code) replace each other.

    No ``effective_from`` means in force before the first record, no ``effective_to`` still in
    force. An empty ``value`` means that the figure was not read and must be entered with its act.
    """

    code: str
    area: str
    rule: str
    value: str
    unit: str
    effective_from: date | None = None
    effective_to: date | None = None
    basis: str = ""
    status: Status = Status.UNVERIFIED
    note: str = ""
    use: Use = Use.DEFAULT
    topic: str = ""
    rule_ky: str = ""
    rule_ru: str = ""

    @property
    def subject(self) -> str:
        """Return what the row answers: its topic, or its own code."""
        return self.topic or self.code

    def is_in_force(self, on: date) -> bool:
        """Tell whether the row is in use and the day lies within its dates."""
        return (
            self.use is Use.DEFAULT
            and (self.effective_from is None or self.effective_from <= on)
            and (self.effective_to is None or on <= self.effective_to)
        )

    def switched_on(self, effective_from: date | None) -> "Rule":
        """Return the row in use from the day; how a bill becomes law and an option a habit."""
        return replace(self, use=Use.DEFAULT, effective_from=effective_from)

    def named(self, language: str) -> str:
        """Return the wording of the rule in the language, English where there is no other."""
        return {"ky": self.rule_ky, "ru": self.rule_ru}.get(language) or self.rule

    def text(self) -> str:
        """Return the value as it stands: a choice, a template, a wording.

        Raises:
            RuleBroken: the value is empty.
        """
        if not self.value.strip():
            raise broken(FIGURE_MISSING, "value", rule=self.code)
        return self.value.strip()

    def number(self) -> Decimal:
        """Read the value as a number; a decimal comma is as good as a point."""
        try:
            number = Decimal(self.text().replace(",", "."))
        except InvalidOperation:
            raise self._not_readable() from None
        if not number.is_finite():
            raise self._not_readable()
        return number

    def whole(self) -> int:
        """Read the value as a whole number."""
        number = self.number()
        if number != number.to_integral_value():
            raise self._not_readable()
        return int(number)

    def span(self) -> tuple[Decimal, Decimal]:
        """Read a value such as 0-10; a single number is both ends."""
        low, dash, high = self.text().partition("-")
        first = replace(self, value=low).number()
        last = replace(self, value=high).number() if dash else first
        if last < first:
            raise self._not_readable()
        return first, last

    def yes(self) -> bool:
        """Read a choice of yes or no."""
        if self.text() not in {"yes", "no"}:
            raise self._not_readable()
        return self.text() == "yes"

    def items(self) -> tuple[str, ...]:
        """Read a list whose items are separated by semicolons."""
        return tuple(item.strip() for item in self.text().split(";") if item.strip())

    def month_days(self) -> tuple[tuple[int, int], ...]:
        """Read a list of days of any year, ``02-23;04-07``, as pairs of month and day."""
        try:
            # A leap year admits 29 February.
            days = [date.fromisoformat(f"2024-{item}") for item in self.items()]
        except ValueError:
            raise self._not_readable() from None
        return tuple((day.month, day.day) for day in days)

    def _not_readable(self) -> RuleBroken:
        return broken(NOT_READABLE, "value", value=self.value, rule=self.code)


def check_dates(rule: Rule) -> None:
    """Refuse a row that ends before it begins."""
    if rule.effective_from and rule.effective_to and rule.effective_to < rule.effective_from:
        raise broken(
            ENDS_BEFORE_IT_BEGINS,
            "effective_to",
            effective_from=rule.effective_from,
            effective_to=rule.effective_to,
        )


class RuleBook:
    """All rows of an office, asked by code or topic and day."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_subject: dict[str, list[Rule]] = {}
        self._subject_of: dict[str, str] = {}
        for rule in self.rules:
            self._by_subject.setdefault(rule.subject, []).append(rule)
            self._subject_of[rule.code] = rule.subject

    def rows(self, code: str) -> tuple[Rule, ...]:
        """Return all rows that answer the code or topic, whatever their dates and use."""
        return tuple(self._by_subject.get(self._subject_of.get(code, code), ()))

    def in_force(self, code: str, on: date) -> Rule:
        """Return the row in force on the day: of those in use, the one that began last.

        Raises:
            RuleBroken: no row is in force, or two began on the same day.
        """
        candidates = [rule for rule in self.rows(code) if rule.is_in_force(on)]
        if not candidates:
            raise broken(NOT_IN_FORCE, rule=code, on=on)
        begun = max(_beginning(rule) for rule in candidates)
        latest = [rule for rule in candidates if _beginning(rule) == begun]
        if len(latest) > 1:
            raise broken(TWO_IN_FORCE, codes=", ".join(rule.code for rule in latest))
        return latest[0]


def _beginning(rule: Rule) -> date:
    return rule.effective_from or date.min
