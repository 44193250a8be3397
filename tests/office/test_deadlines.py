"""Terms worked by hand, and the properties every term has."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.calendar import CalendarDay, DayKind, DayStatus, WorkingCalendar
from msu_desktop.office.deadlines import (
    DATE_OUT_OF_RANGE,
    NOT_A_TERM,
    TERM_OUT_OF_RANGE,
    CountFrom,
    Term,
    Unit,
    days_left,
    overdue_by,
    reckon,
    term_of,
)
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.rules import RuleBook
from msu_desktop.office.seeds import calendar_seed, rule_book, rules

CALENDAR = calendar_seed().calendar()
BOOK = rule_book()
ANSWER = Term(14)
DAYS = st.dates(date(2022, 12, 1), date(2027, 12, 1))
TERMS = st.builds(
    Term, st.integers(1, 60), st.sampled_from(list(Unit)), st.booleans(), st.booleans()
)


def legal_term(book, code, on):
    return term_of(book.in_force(code, on), book, on)


def due(start: date, term: Term) -> date:
    return reckon(start, term, CALENDAR).due


@pytest.mark.parametrize(
    ("name", "registered", "expected"),
    [
        ("D1", date(2026, 4, 22), date(2026, 5, 20)),
        ("D8 over New Year", date(2026, 12, 24), date(2027, 1, 20)),
        ("D9 over May 2025", date(2025, 4, 21), date(2025, 5, 20)),
        ("D10 over Kurman ait 2025", date(2025, 5, 26), date(2025, 6, 16)),
        ("D11 two transferred days", date(2024, 4, 24), date(2024, 5, 17)),
        ("D12 two working Saturdays", date(2023, 4, 20), date(2023, 5, 15)),
        ("D13 a working 8 January", date(2023, 12, 25), date(2024, 1, 19)),
        ("D14 a working Saturday", date(2024, 12, 27), date(2025, 1, 22)),
        ("D15 nine days of New Year", date(2025, 12, 30), date(2026, 1, 28)),
        ("D20 Orozo ait", date(2026, 3, 13), date(2026, 4, 3)),
        ("D21 Independence Day", date(2026, 8, 24), date(2026, 9, 14)),
    ],
)
def test_an_appeal_is_answered_in_14_working_days(name, registered, expected):
    deadline = reckon(registered, legal_term(BOOK, "APL-02", registered), CALENDAR)
    assert deadline.due == expected, name
    assert not deadline.provisional


@pytest.mark.parametrize("handed_in", [date(2026, 4, 30), date(2026, 5, 5)], ids=["D2", "D3"])
def test_an_appeal_after_hours_is_registered_on_the_next_working_day(handed_in):
    registration = reckon(handed_in, legal_term(BOOK, "APL-01", handed_in), CALENDAR)
    assert registration.due == date(2026, 5, 11)
    answer = reckon(registration.due, ANSWER, CALENDAR)
    assert (answer.due, answer.provisional) == (date(2026, 6, 1), True)


def test_correcting_the_feast_moves_the_due_date():  # D2b
    days = [day for year in calendar_seed().years for day in year.days]
    days = [
        replace(day, day=date(2026, 5, 30), status=DayStatus.CONFIRMED)
        if day.day == date(2026, 5, 27)
        else day
        for day in days
    ]
    answer = reckon(date(2026, 5, 11), ANSWER, WorkingCalendar(days))
    assert (answer.due, answer.provisional) == (date(2026, 5, 29), False)


def test_a_shorter_term_counts_only_for_appeals_registered_after_it_began():  # D4, A4.5
    bill = next(rule for rule in rules() if rule.code == "APL-03")
    book = RuleBook([*rules(), bill.switched_on(date(2026, 5, 1))])
    for registered, expected in [
        (date(2026, 4, 22), date(2026, 5, 20)),
        (date(2026, 5, 11), date(2026, 5, 25)),
        (date(2026, 5, 12), date(2026, 5, 26)),
    ]:
        assert due(registered, legal_term(book, "APL-02", registered)) == expected
    k31 = reckon(date(2026, 5, 12), legal_term(BOOK, "APL-02", date(2026, 5, 12)), CALENDAR)
    assert (k31.due, k31.provisional) == (date(2026, 6, 2), True)


def test_a_request_for_information_is_answered_in_10_working_days():  # D5
    received = date(2026, 4, 28)
    assert due(received, legal_term(BOOK, "INF-02", received)) == date(2026, 5, 20)


def test_thirty_calendar_days_stay_on_a_sunday_or_move_to_monday():  # D6
    start = date(2026, 4, 10)
    stays = reckon(start, legal_term(BOOK, "COR-09", start), CALENDAR)
    assert (stays.due, stays.ends_on_day_off) == (date(2026, 5, 10), True)
    moves = reckon(start, Term(30, Unit.CALENDAR_DAYS, moves=True), CALENDAR)
    assert (moves.due, moves.moved_from) == (date(2026, 5, 11), date(2026, 5, 10))


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),  # D7
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 16), 3, date(2026, 6, 16)),  # D19
        (date(2026, 10, 31), 4, date(2027, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
    ],
)
def test_a_month_ends_on_the_same_day_number_or_on_its_last_day(start, months, expected):
    assert due(start, Term(months, Unit.MONTHS)) == expected


def test_a_proposal_is_deemed_done_on_the_day_after_its_last_day():  # D16
    last = due(date(2026, 4, 23), Term(10))
    assert last == date(2026, 5, 15)
    assert overdue_by(last, last, CALENDAR) == 0


def test_the_result_of_a_purchase_is_published_in_two_working_days():  # D17
    assert due(date(2026, 4, 30), Term(2)) == date(2026, 5, 12)


def test_a_repeat_election_is_set_in_days_whose_kind_is_not_stated():  # D18
    assert due(date(2026, 4, 27), Term(3, Unit.DAYS_KIND_NOT_STATED)) == date(2026, 4, 30)
    assert due(date(2026, 4, 30), Term(15, Unit.CALENDAR_DAYS)) == date(2026, 5, 15)
    assert due(date(2026, 5, 15), Term(3, Unit.CALENDAR_DAYS)) == date(2026, 5, 18)


def test_signatures_for_a_bill_are_collected_between_their_dates():  # D19
    published = date(2026, 3, 16)
    collected = due(published, Term(3, Unit.MONTHS))
    assert due(published, Term(30, Unit.DAYS_KIND_NOT_STATED)) == date(2026, 4, 15)
    assert due(collected, Term(30, Unit.DAYS_KIND_NOT_STATED)) == date(2026, 7, 16)


def test_when_the_first_day_counts_the_term_ends_a_day_earlier():  # D22
    assert due(date(2026, 4, 22), replace(ANSWER, first_day_counts=True)) == date(2026, 5, 19)
    ten_days = Term(10, Unit.CALENDAR_DAYS, first_day_counts=True)
    assert due(date(2026, 5, 1), ten_days) == date(2026, 5, 10)
    month = Term(1, Unit.MONTHS, first_day_counts=True)
    assert due(date(2026, 6, 1), month) == date(2026, 6, 30)


def test_the_reasoning_names_the_days_off_and_the_working_saturdays():
    deadline = reckon(date(2023, 4, 20), ANSWER, CALENDAR)
    assert [run.days[0].name_ru for run in deadline.skipped] == [
        "Орозо айт",
        "Праздник труда",
        "День Конституции",
    ]
    assert [day.day for day in deadline.extra] == [date(2023, 4, 29), date(2023, 5, 13)]


def test_a_term_that_reaches_a_year_without_calendar_is_provisional():
    deadline = reckon(date(2027, 12, 20), ANSWER, CALENDAR)
    assert (deadline.provisional, deadline.unknown_years) == (True, (2028,))
    stays = reckon(date(2027, 12, 20), Term(30, Unit.CALENDAR_DAYS), CALENDAR)
    assert not stays.provisional


def test_an_end_on_an_estimated_feast_is_provisional_only_if_it_moves():
    start = date(2026, 4, 27)
    assert not reckon(start, Term(30, Unit.CALENDAR_DAYS), CALENDAR).provisional
    moved = reckon(start, Term(30, Unit.CALENDAR_DAYS, moves=True), CALENDAR)
    assert (moved.due, moved.provisional) == (date(2026, 5, 28), True)


def test_a_term_is_counted_from_registration_or_from_receipt():
    received, registered = date(2026, 5, 5), date(2026, 5, 11)
    rule = BOOK.in_force("APL-05", registered)
    counted = CountFrom(rule.text()).start(received=received, registered=registered)
    assert counted == registered
    assert CountFrom.RECEIPT_DATE.start(received=received, registered=registered) == received


def test_the_morning_panel_counts_working_days_left_and_passed():  # A4.1, A4.2
    monday = date(2026, 5, 11)
    dues = [date(2026, 5, 12), date(2026, 5, 13), date(2026, 5, 21)]
    assert [days_left(day, monday, CALENDAR) for day in dues] == [1, 2, 8]
    wednesday = date(2026, 5, 13)
    assert overdue_by(date(2026, 5, 12), wednesday, CALENDAR) == 1
    assert days_left(date(2026, 5, 13), wednesday, CALENDAR) == 0
    assert overdue_by(date(2026, 5, 13), wednesday, CALENDAR) == 0


@pytest.mark.parametrize("value", [0, -1, 5001])
def test_a_term_of_no_days_is_refused(value):
    with pytest.raises(RuleBroken) as refused:
        Term(value)
    assert refused.value.problem.sentence is TERM_OUT_OF_RANGE


@pytest.mark.parametrize("unit", list(Unit))
def test_a_term_beyond_the_calendar_is_refused(unit):
    with pytest.raises(RuleBroken) as refused:
        reckon(date(9999, 12, 20), Term(30, unit), CALENDAR)
    assert refused.value.problem.sentence is DATE_OUT_OF_RANGE


def test_a_rule_that_is_no_term_is_refused():
    with pytest.raises(RuleBroken) as refused:
        legal_term(BOOK, "APL-10", date(2026, 5, 11))
    assert refused.value.problem.sentence is NOT_A_TERM


@given(DAYS, st.integers(1, 60), st.booleans())
def test_reckoning_equals_walking_day_by_day(start, value, first):
    day = start if first else start + timedelta(days=1)
    left = value - CALENDAR.is_working(day)
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working(day)
    assert due(start, Term(value, first_day_counts=first)) == day


@given(DAYS, TERMS)
def test_a_later_start_never_ends_earlier(start, term):
    assert due(start, term) <= due(start + timedelta(days=1), term)


@given(DAYS, TERMS)
def test_a_longer_term_never_ends_earlier(start, term):
    assert due(start, term) <= due(start, replace(term, value=term.value + 1))


@given(DAYS, st.integers(1, 60))
def test_a_term_in_working_days_ends_on_the_day_that_makes_it_full(start, value):
    last = due(start, Term(value))
    assert CALENDAR.is_working(last)
    assert CALENDAR.working_days_between(start, last) == value


@given(DAYS, TERMS)
def test_one_more_day_off_never_makes_a_term_shorter(start, term):
    off = CalendarDay(due(start, term), DayKind.DAY_OFF, "Кошумча дем алыш", "Выходной")
    days = [day for year in calendar_seed().years for day in year.days]
    assert reckon(start, term, WorkingCalendar([*days, off])).due >= due(start, term)
