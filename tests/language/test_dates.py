from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.language import dates
from msu_desktop.language.dates import CASES, long_date, official_date, official_range, short_date
from msu_desktop.language.typed_dates import parse_date
from msu_desktop.office.errors import RuleBroken
from tests.language.kyrgyz_vectors import vectors

TODAY = date(2026, 4, 22)
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(("iso", "case", "text"), vectors("dates"))
def test_a_date_is_written_as_acts_write_it(iso, case, text):
    assert official_date(date.fromisoformat(iso), case) == text


@pytest.mark.parametrize(("first", "last", "text"), vectors("ranges"))
def test_a_span_of_days_is_written_as_acts_write_it(first, last, text):
    assert official_range(date.fromisoformat(first), date.fromisoformat(last)) == text


@given(DAYS, st.sampled_from(CASES))
def test_every_official_date_is_read_back(day, case):
    assert parse_date(official_date(day, case)) == day


@given(DAYS, st.sampled_from(["ky", "ru", "en"]))
def test_a_date_in_each_language_is_read_back(day, language):
    assert parse_date(long_date(day, language)) == day
    assert parse_date(dates.running_head_date(day, language)) == day
    assert parse_date(short_date(day)) == parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("17.12.2019", "2019-12-17"),
        ("7.3.2026", "2026-03-07"),
        ("2026-03-07", "2026-03-07"),
        ("2019-жылдын 17-декабрындагы", "2019-12-17"),
        ("17-декабрь 2019-жыл", "2019-12-17"),
        ("27-ноябрь 2024-жыл", "2024-11-27"),
        ("“09” 01.2017-ж", "2017-01-09"),
        ("« 22 » декабрь 2018– ж.", "2018-12-22"),
        ("2019 - жылдын 17 - декабры", "2019-12-17"),
        ("2 6 - д е к а б р ы н а н", "2026-12-26"),
        ("2 0 1 9 - ж ы л д ы н   2 6 - д е к а б р ы н а н", "2019-12-26"),
        ("2011-жылдын 15-\nиюнунда", "2011-06-15"),
        ("2011-жылдын 22-декабрдагы", "2011-12-22"),
        ("2026-ЖЫЛДЫН 1-ЯНВАРЫ", "2026-01-01"),
        ("8-декабрда", "2026-12-08"),
        ("22.4", "2026-04-22"),
        ("22.4.", "2026-04-22"),
        ("22.4.26", "2026-04-22"),
        ("22/04/26", "2026-04-22"),
        ("22042026", "2026-04-22"),
        ("220426", "2026-04-22"),
        ("010198", "1998-01-01"),
        (" 22 апреля 2026 г. ", "2026-04-22"),
        ("22 April 2026", "2026-04-22"),
    ],
)
def test_a_date_is_read_however_it_is_written(text, iso):
    assert parse_date(text, TODAY) == date.fromisoformat(iso)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31-апрель", "no_such_day"),
        ("2026-жылдын 30-февралы", "no_such_day"),
        ("29.02.2026", "no_such_day"),
        ("0.5.2026", "no_such_day"),
        ("12.13.2026", "no_such_month"),
        ("01.01.0206", "year_far_away"),
        ("17-декабл 2019-жыл", "not_a_date"),
        ("2019-жылдын 3-декабрынан 16-декабрына чейин", "not_a_date"),
        ("эртең", "not_a_date"),
        ("", "not_a_date"),
        ("²2.4.2026", "not_a_date"),
    ],
)
def test_an_impossible_date_is_refused_with_its_reason(text, code):
    with pytest.raises(RuleBroken) as refused:
        parse_date(text, TODAY)
    assert refused.value.code == code


def test_a_date_without_year_needs_to_know_today():
    with pytest.raises(RuleBroken) as refused:
        parse_date("22.4")
    assert refused.value.code == "no_year"


@given(st.text())
def test_any_text_is_a_date_or_a_broken_rule(text):
    with suppress(RuleBroken):
        assert isinstance(parse_date(text, TODAY), date)


@pytest.mark.parametrize(
    ("first", "last", "russian", "english"),
    [
        (
            (2019, 12, 3),
            (2019, 12, 16),
            "с 3 по 16 декабря 2019 года",
            "from 3 to 16 December 2019",
        ),
        (
            (2019, 11, 25),
            (2019, 12, 2),
            "с 25 ноября по 2 декабря 2019 года",
            "from 25 November to 2 December 2019",
        ),
        (
            (2025, 12, 29),
            (2026, 1, 9),
            "с 29 декабря 2025 года по 9 января 2026 года",
            "from 29 December 2025 to 9 January 2026",
        ),
    ],
)
def test_a_span_of_days_in_russian_and_english(first, last, russian, english):
    assert dates.long_range(date(*first), date(*last), "ru") == russian
    assert dates.long_range(date(*first), date(*last), "en") == english
    assert dates.long_range(date(*first), date(*last), "ky") == official_range(
        date(*first), date(*last)
    )


def test_set_phrases_of_dates():
    assert dates.as_of(date(2026, 1, 1), "ky") == "2026-жылдын 1-январына карата"
    assert dates.until(date(2026, 5, 20), "ky") == "2026-жылдын 20-майына чейин"
    assert dates.since(date(2024, 4, 3), "ky") == "2024-жылдын 3-апрелинен тартып"
    assert dates.as_of(TODAY, "ru") == "по состоянию на 22 апреля 2026 года"
    assert dates.until(TODAY, "en") == "until 22 April 2026"


def test_months_years_and_weekdays_have_their_official_forms():
    assert dates.in_month(date(2019, 9, 1), "ky") == "2019-жылдын сентябрь айында"
    assert dates.in_month(date(2019, 9, 1), "ru") == "в сентябре 2019 года"
    assert dates.in_month(date(2019, 9, 1), "en") == "in September 2019"
    assert dates.month_of_year(date(2026, 2, 1), "ky") == "2026-жылдын февралы"
    assert dates.month_of_year(date(2026, 2, 1), "ru") == "февраль 2026 года"
    assert dates.month_of_year(date(2026, 2, 1), "en") == "February 2026"
    assert [dates.year(2026, case) for case in CASES] == (
        [
            "2026-жыл",
            "2026-жылдын",
            "2026-жылга",
            "2026-жылды",
            "2026-жылы",
            "2026-жылдан",
            "2026-жылдагы",
        ]
    )
    assert dates.years(2021, 2023, "dat") == "2021-2023-жылдарга"
    assert dates.weekday(TODAY, "ky") == "шаршемби"
    assert dates.weekday(TODAY, "ru") == "среда"
    assert dates.weekday(TODAY, "en") == "Wednesday"


def test_short_forms_stand_in_tables_and_running_heads():
    assert short_date(date(2019, 2, 7)) == "07.02.2019"
    assert dates.running_head_date(date(2019, 12, 17), "ky") == "17.12.2019-ж."
    assert dates.running_head_date(date(2019, 12, 17), "ru") == "17.12.2019 г."
    assert dates.short_time(time(9, 5)) == "09:05"
