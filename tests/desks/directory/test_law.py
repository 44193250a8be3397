"""The working calendar and the dated rules, changed by the office itself."""

from datetime import date

import msgspec
import pytest

from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.correspondence.model import TermChoice
from msu_desktop.desks.correspondence.queries.cards import CardAsked, document_card
from msu_desktop.desks.directory.acts.law import (
    AddRule,
    CorrectRule,
    OpenCalendarYear,
    SetCalendarDay,
    add_rule,
    correct_rule,
    open_calendar_year,
    set_calendar_day,
)
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.queries.consequences import MovedTermsAsked, moved_terms
from msu_desktop.desks.directory.queries.law import (
    CalendarAsked,
    RuleRow,
    RulesAsked,
    TermAsked,
    calendar_year,
    rules,
    term,
)
from msu_desktop.desks.directory.queries.office import HistoryAsked, history
from msu_desktop.office.calendar import DayKind, DayStatus
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.parties import SenderKind
from msu_desktop.office.rules import Use
from msu_desktop.store.workplace import Workplace
from tests.desks.conftest import Watch

APPEAL = "appeal_answer_term"
KURMAN_AIT = date(2026, 5, 27)


def due(office: Workplace, start: date, code: str = "APL-02") -> date:
    return office.ask(term, TermAsked(code=code, start=start)).due


def the_rule(office: Workplace, code: str) -> RuleRow:
    return next(row for row in office.ask(rules, RulesAsked()) if row.rule.code == code)


def corrected(office: Workplace, code: str, **changes: object) -> str:
    row = the_rule(office, code)
    fields = {
        name: getattr(row.rule, name)
        for name in AddRule.__struct_fields__
        if hasattr(row.rule, name)
    }
    command = CorrectRule(**{**fields, **changes}, rule_id=row.id, version=row.version)
    return office.perform(correct_rule, command)


def a_letter(office: Workplace, watch: Watch, day: int, month: int) -> str:
    watch.set(day, month)
    found = AddParty(sender_kind=SenderKind.STATE_BODY, name=f"Уюм {day}.{month}")
    letter = RegisterIncoming(
        party_id=office.perform(add_party, found),
        summary="Маалымат берүү жөнүндө",
        term=TermChoice.USUAL,
    )
    return office.perform(register_incoming, letter).id


def due_of(office: Workplace, letter: str) -> date | None:
    asked = CardAsked(document_id=letter, today=date(2026, 6, 1))
    return office.ask(document_card, asked).document.due_on


def ordinary(day: date) -> SetCalendarDay:
    return SetCalendarDay(day=day, kind=None)


def test_the_calendar_of_2026_has_the_working_days_of_the_official_one(office: Workplace) -> None:
    year = office.ask(calendar_year, CalendarAsked(year=2026))
    assert year.working_days_by_month == (15, 20, 21, 22, 14, 22, 23, 20, 22, 22, 21, 23)


def test_an_appeal_over_may_is_due_on_the_day_worked_out_by_hand(office: Workplace) -> None:
    assert due(office, date(2026, 4, 22)) == date(2026, 5, 20)
    provisional = office.ask(term, TermAsked(code="APL-02", start=date(2026, 5, 11)))
    assert (provisional.due, provisional.provisional) == (date(2026, 6, 1), True)


def test_a_feast_that_moves_off_a_working_day_moves_the_term(office: Workplace) -> None:
    office.perform(set_calendar_day, ordinary(KURMAN_AIT))
    assert due(office, date(2026, 5, 11)) == date(2026, 5, 29)


def test_open_letters_move_with_the_calendar_and_their_history_tells(
    office: Workplace, watch: Watch
) -> None:
    corrected(office, "CAL-07", value="moves")
    letter = a_letter(office, watch, 27, 4)
    before = due_of(office, letter)
    row = next(
        one
        for one in office.ask(calendar_year, CalendarAsked(year=2026)).days
        if one.day == KURMAN_AIT
    )
    office.perform(set_calendar_day, ordinary(KURMAN_AIT))
    after = due_of(office, letter)
    assert (before, after) == (date(2026, 5, 28), date(2026, 5, 27))
    assert office.ask(moved_terms, MovedTermsAsked(record_id=row.id)) == 1
    newest = office.ask(history, HistoryAsked(record_id=letter))[0]
    assert newest.fields["due_on"] == ("2026-05-28", "2026-05-27")
    assert newest.act == "set_calendar_day"


def test_a_day_far_from_every_term_moves_none(office: Workplace, watch: Watch) -> None:
    a_letter(office, watch, 22, 4)
    moved = SetCalendarDay(day=date(2026, 11, 20), kind=DayKind.DAY_OFF, name_ky="Шайлоо күнү")
    day = office.perform(set_calendar_day, moved)
    assert office.ask(moved_terms, MovedTermsAsked(record_id=day or "")) == 0


def test_a_confirmed_feast_makes_its_terms_certain(office: Workplace) -> None:
    confirmed = SetCalendarDay(
        day=KURMAN_AIT, kind=DayKind.DAY_OFF, name_ky="Курман айт", status=DayStatus.CONFIRMED
    )
    office.perform(set_calendar_day, confirmed)
    assert not office.ask(term, TermAsked(code="APL-02", start=date(2026, 5, 11))).provisional


def test_a_day_said_twice_is_one_day_of_the_calendar(office: Workplace) -> None:
    day = date(2026, 7, 6)
    first = office.perform(set_calendar_day, SetCalendarDay(day=day, kind=DayKind.DAY_OFF))
    again = office.perform(set_calendar_day, SetCalendarDay(day=day, kind=DayKind.SHORT))
    assert first == again
    days = office.ask(calendar_year, CalendarAsked(year=2026)).days
    assert [one.kind for one in days if one.day == day] == ["short"]


def test_a_year_beyond_the_calendar_is_unknown_until_it_is_taken_in(office: Workplace) -> None:
    assert not office.ask(calendar_year, CalendarAsked(year=2028)).known
    office.perform(open_calendar_year, OpenCalendarYear(year=2028))
    assert office.ask(calendar_year, CalendarAsked(year=2028)).known


def test_a_slip_of_the_keyboard_is_not_taken_for_a_year(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="year_out_of_range"):
        office.perform(open_calendar_year, OpenCalendarYear(year=226))


def test_a_bill_switched_on_from_its_day_counts_from_then_and_not_before(office: Workplace) -> None:
    assert due(office, date(2026, 5, 11), APPEAL) == date(2026, 6, 1)
    corrected(office, "APL-03", use=Use.DEFAULT, effective_from=date(2026, 5, 1))
    assert due(office, date(2026, 5, 11), APPEAL) == date(2026, 5, 25)
    assert due(office, date(2026, 4, 22), APPEAL) == date(2026, 5, 20)


def test_a_rule_without_a_figure_counts_nothing_until_it_is_entered(office: Workplace) -> None:
    corrected(office, "APL-02", value="")
    with pytest.raises(RuleBroken, match="figure_missing"):
        due(office, date(2026, 4, 22))
    corrected(office, "APL-02", value="14", basis="2007-жылдын 4-майындагы № 67 мыйзам")
    assert due(office, date(2026, 4, 22)) == date(2026, 5, 20)
    newest = office.ask(history, HistoryAsked(record_id=the_rule(office, "APL-02").id))[0]
    assert newest.fields["value"] == ("", "14")


def test_a_rule_cannot_end_before_it_begins(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="rule_ends_before_it_begins"):
        corrected(office, "APL-02", effective_from=date(2026, 5, 1), effective_to=date(2026, 4, 1))


def test_a_new_row_replaces_the_old_one_from_its_day(office: Workplace) -> None:
    old = the_rule(office, "APL-02").rule
    office.perform(
        add_rule,
        AddRule(
            code="APL-02-2027",
            area=old.area,
            rule=old.rule,
            value="12",
            unit=old.unit,
            topic=old.subject,
            effective_from=date(2026, 6, 15),
        ),
    )
    assert due(office, date(2026, 6, 12), APPEAL) == date(2026, 7, 2)
    assert due(office, date(2026, 6, 15), APPEAL) == date(2026, 7, 1)


def test_a_command_with_a_misspelt_field_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"day": "2026-05-27", "knid": null}', type=SetCalendarDay)
