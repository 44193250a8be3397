"""The clerk of «Ак-Башат айыл өкмөтү» as a fixture."""

import pytest

from msu_desktop.store.workplace import Workplace
from tests.desks.correspondence.clerk import Clerk


@pytest.fixture
def clerk(office: Workplace) -> Clerk:
    return Clerk(office)
