"""Ids of records."""

import os
import uuid
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.office.ids import IdMaker

NOON = 1_778_500_000_000


def test_an_id_is_a_version_7_uuid_of_its_moment():
    made = uuid.UUID(IdMaker(os.urandom)(NOON))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == NOON


@given(st.lists(st.integers(NOON - 10**6, NOON + 10**6), min_size=2))
def test_ids_grow_even_when_the_clock_goes_back(moments):
    make = IdMaker(os.urandom)
    made = [make(moment) for moment in moments]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_ids_made_at_once_by_many_hands_are_all_different():
    make = IdMaker(os.urandom)
    with ThreadPoolExecutor(8) as hands:
        made = list(hands.map(make, [NOON] * 4000))
    assert len(set(made)) == 4000


def test_ids_of_a_moment_keep_growing_when_the_noise_is_used_up():
    make = IdMaker(lambda size: b"\xff" * size)
    made = [make(NOON) for _ in range(3)]
    assert made == sorted(set(made))
    assert all(uuid.UUID(one).version == 7 for one in made)
