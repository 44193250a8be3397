"""The form of a dated rule: corrected, switched on from a day, or entered anew."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from msu_desktop.desks.directory.acts.law import AddRule, CorrectRule, add_rule, correct_rule
from msu_desktop.desks.directory.page.case_files_chapter import status_choices
from msu_desktop.desks.directory.page.record_form import RecordForm
from msu_desktop.desks.directory.page.rule_words import (
    AREAS,
    UNITS,
    choice_words,
    choices_beside,
)
from msu_desktop.desks.directory.queries.law import RuleRow
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.day import DateField
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Row, Section
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.rules import Status, Use

KEPT = ("value", "unit", "effective_from", "effective_to", "basis", "note", "rule_ky", "rule_ru")
CHOSEN = ("status", "use")


class RuleForm(RecordForm):
    """Correct a rule: its figure, its days, the act it comes from."""

    def __init__(self, bench: Workbench, row: RuleRow, today: Callable[[], date]) -> None:
        save = partial(_correct, bench, row)
        rows = _rows(row.rule.unit, today, row.rule.value)
        key = f"legal_rule:{row.id}"
        super().__init__(bench, _("Correct the rule"), rows, save, key)
        self.show_values(_values(row))

    def switch_on(self, day: date) -> None:
        """Propose that the rule is in use from a day."""
        self.form.fill({"use": Use.DEFAULT.value, "effective_from": day})
        self.form.field("effective_from").show_note(
            _("The first day of the rule. What was registered before keeps its old term.")
        )


class NewRuleForm(RecordForm):
    """Enter a new row of a rule that replaces the old one from its day, or a rule of its own."""

    def __init__(self, bench: Workbench, like: RuleRow | None, today: Callable[[], date]) -> None:
        self._like = like
        rows = (
            _rows(like.rule.unit, today, like.rule.value) if like else _rows("working_days", today)
        )
        own: list[Row] = [
            [
                TextField(
                    "code", _("Code"), required=True, limit=40, hint=_("A short sign of its own")
                ),
                ChoiceField("area", _("Area"), [(code, _(name)) for code, name in AREAS.items()]),
            ],
            [TextField("rule", _("Wording"), required=True, lines=2)],
        ]
        save = partial(_add, bench, like)
        title = _("New row of the rule") if like else _("New rule")
        super().__init__(bench, title, [*own, *rows], save, "legal_rule:new")
        values: dict[str, Any] = {"use": Use.DEFAULT.value, "status": Status.UNVERIFIED.value}
        if like is not None:
            rule = like.rule
            values |= {
                "code": f"{rule.code}-{today().year}", "area": rule.area, "rule": rule.rule,
                "unit": rule.unit, "rule_ky": rule.rule_ky, "rule_ru": rule.rule_ru,
                "effective_from": today(),
            }  # fmt: skip
            if choices_beside(rule.value):
                values["value"] = rule.value
        self.show_values(values)

    @Slot()
    def start(self, field: str = "value") -> None:
        """Put the cursor where typing begins."""
        super().start(field if self._like else "code")


def _value_field(value: str) -> Field:
    if choices := choices_beside(value):
        return ChoiceField("value", _("Figure"), [(code, choice_words(code)) for code in choices])
    return TextField("value", _("Figure"), hint=_("Empty: not known yet; nothing is counted by it"))


def _rows(unit: str, today: Callable[[], date], value: str = "") -> list[Row]:
    units = dict.fromkeys((unit, *UNITS))
    uses = [(use.value, _(use.label)) for use in Use]
    return [
        [
            _value_field(value),
            ChoiceField("unit", _("Unit"), [(code, _(UNITS.get(code, code))) for code in units]),
        ],
        [TextField("basis", _("Act it comes from"), hint=_("Kind, date and number of the act"))],
        [
            DateField("effective_from", _("In force from"), today=today,
                      hint=_("Empty: before the first record")),
            DateField("effective_to", _("In force to"), today=today),
        ],
        [
            ChoiceField("status", _("How well it is known"), status_choices()),
            ChoiceField("use", _("Use"), uses),
        ],
        Section(_("Wording and note")),
        [TextField("rule_ky", _("Wording in Kyrgyz")), TextField("rule_ru", _("Wording in Russian"))],
        [TextField("note", _("Note"), lines=3)],
    ]  # fmt: skip


def _values(row: RuleRow) -> dict[str, Any]:
    chosen = {name: getattr(row.rule, name).value for name in CHOSEN}
    return {**{name: getattr(row.rule, name) for name in KEPT}, **chosen}


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "status": Status(values["status"]), "use": Use(values["use"])}


def _correct(bench: Workbench, row: RuleRow, values: dict[str, Any]) -> str | None:
    rule = row.rule
    command = CorrectRule(
        code=rule.code,
        area=rule.area,
        rule=rule.rule,
        topic=rule.topic,
        **_typed(values),
        rule_id=row.id,
        version=row.version,
    )
    return bench.perform(correct_rule, command)


def _add(bench: Workbench, like: RuleRow | None, values: dict[str, Any]) -> str | None:
    topic = like.rule.subject if like else ""
    return bench.perform(add_rule, AddRule(**_typed(values), topic=topic))
