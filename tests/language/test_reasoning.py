"""The reasoning of a term, as it is printed on a card."""

from datetime import date

import pytest

from msu_desktop.language.reasoning import reasoning
from msu_desktop.office.deadlines import Term, Unit, reckon
from msu_desktop.office.seeds import calendar_seed

CALENDAR = calendar_seed().calendar()


def said(start: date, term: Term, language: str = "ky") -> str:
    return reasoning(reckon(start, term, CALENDAR), language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ky", "14 жумушчу күн, 22.04.2026дан; 1–9-май дем алыш"),
        ("ru", "14 рабочих дней с 22.04.2026; 1–9 мая — выходные"),
        ("en", "14 working days from 22.04.2026; 1–9 May are days off"),
    ],
)
def test_the_term_of_an_appeal_is_said_with_the_may_holidays(language, text):
    assert said(date(2026, 4, 22), Term(14), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ky",
            (
                "14 жумушчу күн, 11.05.2026дан; 27-май дем алыш (Курман айт, болжолдуу); "
                "мөөнөт болжолдуу"
            ),
        ),
        (
            "ru",
            (
                "14 рабочих дней с 11.05.2026; 27 мая — выходной (Курман айт, предположительно); "
                "срок предварительный"
            ),
        ),
        (
            "en",
            (
                "14 working days from 11.05.2026; 27 May is a day off (Kurman Ait, estimated); "
                "the date is provisional"
            ),
        ),
    ],
)
def test_a_feast_that_may_move_is_named_and_the_date_is_provisional(language, text):
    assert said(date(2026, 5, 11), Term(14), language) == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ky",
            (
                "30 календардык күн, 10.04.2026дан; "
                "10.05.2026 дем алыш күнү, мөөнөт 11.05.2026га жылдырылды"
            ),
        ),
        (
            "ru",
            "30 календарных дней с 10.04.2026; 10.05.2026 — выходной, срок перенесён на 11.05.2026",
        ),
        (
            "en",
            (
                "30 calendar days from 10.04.2026; "
                "10.05.2026 is a day off, the term moved to 11.05.2026"
            ),
        ),
    ],
)
def test_an_end_moved_from_a_sunday_says_so(language, text):
    assert said(date(2026, 4, 10), Term(30, Unit.CALENDAR_DAYS, moves=True), language) == text


def test_an_end_that_stays_on_a_sunday_says_so():
    assert said(date(2026, 4, 10), Term(30, Unit.CALENDAR_DAYS)).endswith(
        "10.05.2026 дем алыш күнү, мөөнөт жылдырылбайт"
    )


def test_a_single_holiday_is_named():
    assert said(date(2026, 8, 24), Term(14)) == (
        "14 жумушчу күн, 24.08.2026дан; "
        "31-август дем алыш (Кыргыз Республикасынын Эгемендүүлүк күнү)"
    )


def test_days_of_another_year_are_said_with_their_year():
    start, term = date(2026, 12, 24), Term(14)
    assert said(start, term) == ("14 жумушчу күн, 24.12.2026дан; 2027-жылдын 1–7-январы дем алыш")
    assert said(start, term, "ru").endswith("1–7 января 2027 года — выходные")
    assert said(start, term, "en").endswith("1–7 January 2027 are days off")


def test_worked_saturdays_are_said():
    assert said(date(2023, 4, 20), Term(14)) == (
        "14 жумушчу күн, 20.04.2023төн; 21-апрель дем алыш (Орозо айт); "
        "1-май дем алыш (Эмгек майрамы); 5–9-май дем алыш; 29-апрель жана 13-май жумушчу күн"
    )
    assert said(date(2023, 4, 20), Term(14), "ru").endswith("29 апреля и 13 мая — рабочие дни")


def test_a_year_without_calendar_is_said():
    assert said(date(2027, 12, 20), Term(14)) == (
        "14 жумушчу күн, 20.12.2027ден; 2028-жылдын календары киргизилген эмес; мөөнөт болжолдуу"
    )


def test_a_first_day_that_counts_is_said():
    term = Term(14, first_day_counts=True)
    assert said(date(2026, 4, 22), term) == (
        "14 жумушчу күн, 22.04.2026дан; биринчи күн кошо эсептелди; 1–9-май дем алыш"
    )


def test_days_whose_kind_the_act_does_not_state_are_said_to_be_calendar_days():
    assert said(date(2026, 4, 27), Term(3, Unit.DAYS_KIND_NOT_STATED)) == (
        "3 күн, 27.04.2026дан; күндүн түрү көрсөтүлгөн эмес, календардык күн эсептелди"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1 рабочий день"),
        (2, "2 рабочих дня"),
        (5, "5 рабочих дней"),
        (11, "11 рабочих дней"),
        (21, "21 рабочий день"),
        (112, "112 рабочих дней"),
    ],
)
def test_a_russian_noun_agrees_with_its_numeral(value, text):
    assert said(date(2026, 6, 1), Term(value), "ru").startswith(f"{text} с ")


@pytest.mark.parametrize(
    ("year", "ending"),
    [
        (2020, "дан"), (2021, "ден"), (2022, "ден"), (2023, "төн"), (2024, "төн"), (2025, "тен"),
        (2026, "дан"), (2027, "ден"), (2028, "ден"), (2029, "дан"), (2030, "дан"), (2040, "тан"),
        (2050, "дөн"), (2070, "тен"), (2090, "дон"), (2100, "дөн"), (2000, "ден"), (2010, "дон"),
    ],
)  # fmt: skip
def test_the_ending_of_a_date_follows_the_spoken_year(year, ending):
    assert said(date(year, 6, 1), Term(1)).split(";")[0] == f"1 жумушчу күн, 01.06.{year}{ending}"
