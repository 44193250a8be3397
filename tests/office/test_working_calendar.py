"""The working calendar, as the village lives it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.calendar import CalendarDay, DayKind, DayStatus, WorkingCalendar
from msu_desktop.office.seeds import calendar_seed

SEED = calendar_seed()
CALENDAR = SEED.calendar()
DAYS = st.dates(date(2022, 12, 1), date(2028, 2, 1))


def month_by_month(year: int) -> list[int]:
    counts = [0] * 12
    day = date(year, 1, 1)
    while day.year == year:
        counts[day.month - 1] += CALENDAR.is_working(day)
        day += timedelta(days=1)
    return counts


@pytest.mark.parametrize("year", SEED.years, ids=lambda year: str(year.year))
def test_every_month_has_as_many_working_days_as_was_published(year):
    assert month_by_month(year.year) == list(year.working_days_by_month)


def test_the_year_2026_has_245_working_days():
    assert CALENDAR.working_days_between(date(2025, 12, 31), date(2026, 12, 31)) == 245


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        (date(2026, 4, 30), True),  # a short day
        (date(2026, 2, 23), True),  # a working holiday
        (date(2026, 11, 7), False),  # a working holiday on a Saturday
        (date(2026, 5, 1), False),
        (date(2026, 5, 10), False),  # a plain Sunday
        (date(2024, 5, 11), True),  # a Saturday worked by decision
        (date(2024, 4, 8), True),
        (date(2023, 11, 7), False),  # a holiday still off under the old code
        (date(2025, 11, 7), True),
    ],
)
def test_a_day_is_worked_or_off_as_the_calendar_says(day, worked):
    assert CALENDAR.is_working(day) is worked


def test_a_day_off_tells_its_reason():
    assert CALENDAR.why_off(date(2026, 8, 31)).name_ky.endswith("Эгемендүүлүк күнү")
    assert CALENDAR.why_off(date(2026, 5, 10)) is None
    assert CALENDAR.why_off(date(2026, 4, 30)) is None
    assert CALENDAR.listed(date(2026, 4, 30)).kind is DayKind.SHORT


def test_only_feasts_that_may_still_move_are_estimated():
    estimated = CALENDAR.estimated_between(date(2023, 1, 1), date(2027, 12, 31))
    assert [row.day for row in estimated] == [
        date(2026, 5, 27),
        date(2027, 3, 9),
        date(2027, 5, 16),
    ]


def test_a_working_holiday_that_is_also_short_keeps_its_name():
    day = CALENDAR.listed(date(2026, 2, 23))
    assert (day.kind, day.name_ky) == (DayKind.SHORT, "Ата Мекенди коргоочулар күнү")


def test_a_working_day_wins_over_a_day_off_of_the_same_date():
    day = date(2026, 6, 6)
    rows = [CalendarDay(day, kind, "", "") for kind in (DayKind.WORKING, DayKind.DAY_OFF)]
    assert WorkingCalendar(rows).is_working(day)
    assert WorkingCalendar(reversed(rows)).is_working(day)


def test_a_year_nobody_entered_is_known_to_be_unknown():
    assert CALENDAR.unknown_years(date(2027, 12, 1), date(2028, 1, 10)) == (2028,)


def test_a_run_of_days_off_bridges_its_weekends_and_ends_on_a_listed_day():
    runs = CALENDAR.days_off_between(date(2023, 4, 20), date(2023, 5, 15))
    assert [(run.first, run.last) for run in runs] == [
        (date(2023, 4, 21), date(2023, 4, 21)),
        (date(2023, 5, 1), date(2023, 5, 1)),
        (date(2023, 5, 5), date(2023, 5, 9)),
    ]


def test_a_holiday_on_a_sunday_takes_no_day_away_unless_it_may_still_move():
    assert CALENDAR.days_off_between(date(2026, 3, 2), date(2026, 3, 13)) == []
    (run,) = CALENDAR.days_off_between(date(2027, 5, 11), date(2027, 5, 28))
    assert run.estimated


@given(DAYS, DAYS)
def test_counting_working_days_equals_walking_them(after, until):
    walked = sum(
        CALENDAR.is_working(after + timedelta(days=step + 1))
        for step in range(max(0, (until - after).days))
    )
    assert CALENDAR.working_days_between(after, until) == walked


@given(DAYS)
def test_between_a_day_and_the_next_working_day_nothing_is_worked(day):
    following = CALENDAR.next_working_day(day)
    assert CALENDAR.is_working(following)
    assert CALENDAR.working_days_between(day, following) == 1
    assert CALENDAR.first_working_day_from(following) == following


def test_another_rest_day_of_the_week_is_only_a_setting():
    friday_off = WorkingCalendar([], weekend=frozenset({5}), known_years=[2026])
    assert not friday_off.is_working(date(2026, 5, 8))
    assert friday_off.working_days_between(date(2026, 5, 3), date(2026, 5, 10)) == 6


def test_an_estimated_short_day_moves_nothing():
    eve = CalendarDay(
        date(2026, 5, 26), DayKind.SHORT, "Айттын алдындагы күн", "", status=DayStatus.ESTIMATED
    )
    assert not eve.estimated
