"""The order of acts holds whatever the PC's clock shows."""

from datetime import UTC, datetime

from msu_desktop.store.clock import FIRST_TICK, Tick, milliseconds

NOW = datetime(2026, 4, 22, 3, 0, tzinfo=UTC)


def test_any_number_of_acts_under_a_clock_that_stands_still_keep_their_order_as_text() -> None:
    tick = Tick(milliseconds(NOW), 0xFFFE)
    texts = [str(tick := tick.next(NOW)) for _ in range(4)]
    assert texts == sorted(texts)
    assert {len(text) for text in texts} == {len(str(FIRST_TICK))}
    assert [Tick.read(text) for text in texts] == sorted(Tick.read(text) for text in texts)


def test_an_act_after_a_clock_gone_back_is_later_than_the_one_before() -> None:
    ahead = Tick(milliseconds(NOW) + 10 * 365 * 86_400_000, 0)
    assert ahead.next(NOW) > ahead
    assert str(ahead.next(NOW)) > str(ahead)
