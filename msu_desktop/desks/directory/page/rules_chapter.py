"""The chapter of rules: what the law or a habit sets, since when, how surely."""

from datetime import date

from PySide6.QtCore import Slot

from msu_desktop.desks.directory.page.case_files_chapter import status_choices
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.list_chapter import ListChapter
from msu_desktop.desks.directory.page.rule_form import NewRuleForm, RuleForm
from msu_desktop.desks.directory.page.rule_words import (
    AREAS,
    area_words,
    rule_card,
    state_words,
    value_words,
)
from msu_desktop.desks.directory.page.short_list import ShortList
from msu_desktop.desks.directory.queries.law import RuleRow, RulesAsked, rules
from msu_desktop.desks.directory.queries.office import HistoryAsked, history
from msu_desktop.gui.models.paged import ChoiceFilter, Column, TextFilter
from msu_desktop.gui.widgets.card import Card
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_and_card import ListAndCard
from msu_desktop.gui.widgets.list_view import ListPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language
from msu_desktop.office.errors import N_
from msu_desktop.office.rules import Use


class RulesChapter(ListChapter):
    """Look a rule up, correct its figure with its act, switch a bill on from its day."""

    key = "rules"
    title = N_("Rules")
    icon = "rules"
    shows = frozenset({"legal_rule"})
    help_topic = "rules"

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        self._rows: list[RuleRow] = []
        self._shown: RuleRow | None = None
        self._in_force: frozenset[str] = frozenset()
        rows = ShortList(
            lambda: self._rows,
            texts={"rule": _searched},
            choices={
                "area": lambda one: one.rule.area,
                "status": lambda one: one.rule.status.value,
            },
            sorts={"rule": lambda one: one.rule.named(language())},
        )
        self.list = ListPane(
            self._columns(),
            rows.fetch,
            rows.count,
            name="rules",
            settings=bench.settings,
            tone=self._tone,
            empty_text=_("No rule yet."),
        )
        self.card = Card()
        self.card.add_button(_("Correct"), "edit", self.correct)
        self.card.add_button(_("In force from a day…"), "calendar", self.switch_on)
        self.card.add_button(_("New row…"), "plus", self.replace)
        self._build()
        self.list.row_selected.connect(self._on_selected)
        self.list.row_opened.connect(self.correct)
        self.list.correct_requested.connect(self.correct)
        self.list.new_requested.connect(self.enter_new)

    def _columns(self) -> tuple[Column, ...]:
        areas = ChoiceFilter(lambda: [(code, _(name)) for code, name in AREAS.items()])
        return (
            Column(
                "rule", N_("Rule"), lambda one: one.rule.named(language()), 300,
                sort="rule", filter=TextFilter(),
            ),
            Column("value", N_("Figure"), lambda one: value_words(one.rule), 115),
            Column("state", N_("Today"), self._state, 120),
            Column(
                "status", N_("Status"), lambda one: _(one.rule.status.label), 200,
                filter=ChoiceFilter(status_choices),
            ),
            Column("area", N_("Area"), lambda one: area_words(one.rule.area), 150, filter=areas),
        )  # fmt: skip

    def _build(self) -> None:
        header = Header(_("Rules"), _("Terms and figures with the act they come from"))
        header.add_button(_("New rule"), "plus", self.enter_new, primary=True, tip="Ctrl+N")
        sides = ListAndCard(self.list, self.card, settings=self.bench.settings, name="rules")
        self.lay_out(header, sides)

    def refresh(self) -> None:
        """Read the rules anew."""
        self._rows = self.bench.ask(rules, RulesAsked())
        today = self.today()
        begun: dict[str, RuleRow] = {}
        for row in self._rows:  # by code and day: of one subject, the one that began last counts
            before = begun.get(row.rule.subject)
            if row.rule.is_in_force(today) and (before is None or _begun(row) >= _begun(before)):
                begun[row.rule.subject] = row
        self._in_force = frozenset(row.id for row in begun.values())
        self.list.refresh()

    @Slot()
    def correct(self) -> None:
        """Open the form of the rule that is shown."""
        if self._shown is not None:
            self.cover(RuleForm(self.bench, self._shown, self.today), "value")

    @Slot()
    def switch_on(self) -> None:
        """Open the form where the rule's first day is entered: how a bill becomes law."""
        if self._shown is not None:
            form = RuleForm(self.bench, self._shown, self.today)
            form.switch_on(self.today())
            self.cover(form, "effective_from")

    @Slot()
    def replace(self) -> None:
        """Open a form for a new row that replaces this one from its day."""
        if self._shown is not None:
            self.cover(NewRuleForm(self.bench, self._shown, self.today), "value")

    @Slot()
    def enter_new(self) -> None:
        """Open a form for a rule of its own."""
        self.cover(NewRuleForm(self.bench, None, self.today), "code")

    @Slot(object)
    def _on_selected(self, row: RuleRow | None) -> None:
        self._shown = row
        if row is None:
            self.card.show_empty(_("Choose a rule"))
            return
        lines = self.bench.ask(history, HistoryAsked(record_id=row.id))
        in_force = self._is_in_force(row)
        card = rule_card(row, in_force=in_force, today=self.today(), history=lines)
        self.card.show_content(card)

    def _is_in_force(self, row: RuleRow) -> bool:
        return row.id in self._in_force

    def _state(self, row: RuleRow) -> str:
        return state_words(row.rule, in_force=self._is_in_force(row))

    def _tone(self, row: RuleRow) -> str:
        return "" if self._is_in_force(row) or row.rule.use is Use.INFO else "faint"


def _begun(row: RuleRow) -> date:
    return row.rule.effective_from or date.min


def _searched(row: RuleRow) -> str:
    rule = row.rule
    return " ".join((rule.code, rule.named(language()), rule.value, rule.basis, rule.note))
