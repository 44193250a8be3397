"""Backup copies grow fewer with age, and the newest is always kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.store.thinning import DAYS, HALF_HOURS, MONTH, MONTHS, Made, Reason, to_remove

NOW = datetime(2026, 11, 20, 10, 45, tzinfo=UTC)
PRECIOUS = {Reason.BY_HAND, Reason.BEFORE_MIGRATION, Reason.BEFORE_RESTORE}

copies = st.lists(
    st.builds(
        lambda minutes, reason: (NOW - timedelta(minutes=minutes), reason),
        st.integers(-600_000, 1_200_000),
        st.sampled_from(Reason),
    ),
    max_size=120,
    unique_by=lambda one: one[0],
).map(lambda made: [Made(f"{at:%Y-%m-%dT%H%M%SZ}-{reason}.db", at, reason) for at, reason in made])


def left(made: list[Made], now: datetime = NOW) -> list[Made]:
    gone = set(to_remove(made, now))
    return [one for one in made if one.name not in gone]


@given(copies)
def test_the_newest_and_the_newest_not_in_the_future_are_always_kept(made: list[Made]) -> None:
    kept = left(made)
    for those in (made, [one for one in made if one.at <= NOW]):
        if those:
            assert max(those, key=lambda one: one.at) in kept


@given(copies)
def test_what_was_made_by_hand_is_kept_for_a_month(made: list[Made]) -> None:
    young = {one for one in made if one.reason in PRECIOUS and NOW - one.at < MONTH}
    assert young <= set(left(made))


@given(copies)
def test_not_more_is_kept_than_half_hours_days_and_months(made: list[Made]) -> None:
    plain = [one for one in made if one.reason not in PRECIOUS]
    assert len(left(plain)) <= HALF_HOURS + DAYS + MONTHS + 1


@given(copies)
def test_thinning_again_removes_nothing_more(made: list[Made]) -> None:
    kept = left(made)
    assert left(kept) == kept


@given(copies)
def test_every_day_of_the_last_fourteen_that_has_a_copy_keeps_one(made: list[Made]) -> None:
    days = sorted({one.at.date() for one in made}, reverse=True)[:DAYS]
    assert set(days) <= {one.at.date() for one in left(made)}


def test_after_two_years_of_work_there_are_half_hours_days_and_months_to_go_back_to() -> None:
    made: list[Made] = []
    at = NOW - timedelta(days=730)
    while at < NOW:
        at += timedelta(minutes=30 if 3 <= at.hour < 12 else 900 - at.minute)
        made.append(Made(f"{at:%Y-%m-%dT%H%M%SZ}-half_hour.db", at, Reason.HALF_HOUR))
        made = left(made, at)
    ages = sorted(at - one.at for one in made)
    assert (
        len(ages) == HALF_HOURS + DAYS + MONTHS - 2
    )  # the newest is all three; a month's, a day's
    assert ages[HALF_HOURS - 1] < timedelta(days=2)
    assert timedelta(days=300) < ages[-1] < timedelta(days=366)
