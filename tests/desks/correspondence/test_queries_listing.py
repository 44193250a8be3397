"""Lists of papers: each page continues the one before, in every order, whatever is filtered."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msu_desktop.desks.correspondence.acts.registering import MarkExecuted, mark_executed
from msu_desktop.desks.correspondence.model import State, TermChoice
from msu_desktop.desks.correspondence.queries.listing import (
    DocumentPage,
    DocumentRow,
    DocumentsAsked,
    Order,
    document_count,
    documents,
)
from msu_desktop.desks.directory.acts.parties import AddParty
from msu_desktop.language.sorting import sort_key
from msu_desktop.office.parties import Funding, PowerKind, SenderKind
from tests.desks.correspondence.clerk import Clerk

TODAY = date(2026, 4, 22)
SUMMARIES = (
    "Жайытка чыгуу мөөнөттөрү жөнүндө",
    "жайыт төлөмдөрү",
    "Ёлка майрамы",
    "Айылдык кеңештин токтому",
    "Үй-бүлө жөнүндө маалымат",
    "ФАПтын имараты",
)
KEYS: dict[Order, Callable[[DocumentRow], Any]] = {
    Order.NUMBER: lambda row: (row.period, row.number),
    Order.REGISTERED_ON: lambda row: (row.registered_on, row.id),
    Order.PARTY: lambda row: (sort_key(row.party), row.id),
    Order.SUMMARY: lambda row: (sort_key(row.summary)[:200], row.id),
    Order.DUE_ON: lambda row: (row.due_on or date.max, row.id),
}
FILTERS: dict[str, tuple[dict[str, Any], Callable[[DocumentRow], bool]]] = {
    "all": ({}, lambda _: True),
    "of this year": ({"period": "2026"}, lambda row: row.period == "2026"),
    "of some days": (
        {"registered_from": TODAY - timedelta(2), "registered_to": TODAY - timedelta(1)},
        lambda row: 1 <= (TODAY - row.registered_on).days <= 2,
    ),
    "due in some days": (
        {"due_from": TODAY, "due_to": TODAY + timedelta(9)},
        lambda row: row.due_on is not None and 0 <= (row.due_on - TODAY).days <= 9,
    ),
    "due from a day": (
        {"due_from": TODAY + timedelta(3)},
        lambda row: row.due_on is not None and row.due_on >= TODAY + timedelta(3),
    ),
    "due to a day": (
        {"due_to": TODAY + timedelta(3)},
        lambda row: row.due_on is not None and row.due_on <= TODAY + timedelta(3),
    ),
    "of citizens": (
        {"sender_kind": SenderKind.CITIZEN},
        lambda row: row.sender_kind == "citizen",
    ),
    "delegated": (
        {"power_kind": PowerKind.DELEGATED},
        lambda row: row.power_kind == "delegated",
    ),
    "without money": (
        {"funding": Funding.NOT_FUNDED},
        lambda row: row.funding == "not_funded",
    ),
    "of pastures": ({"summary": "жайыт"}, lambda row: "жайыт" in row.summary.lower()),
    "waiting": ({"waiting": True}, lambda row: not (row.executed_on or row.annulled_on)),
    "executed": ({"state": State.EXECUTED}, lambda row: bool(row.executed_on)),
    "annulled": ({"state": State.ANNULLED}, lambda row: bool(row.annulled_on)),
    "overdue": (
        {"state": State.OVERDUE},
        lambda row: (
            not (row.executed_on or row.annulled_on)
            and row.due_on is not None
            and row.due_on < TODAY
        ),
    ),
    "waiting of citizens": (
        {"waiting": True, "sender_kind": SenderKind.CITIZEN, "text": "ж"},
        lambda row: (
            not (row.executed_on or row.annulled_on)
            and row.sender_kind == "citizen"
            and any(word.startswith("ж") for word in row.summary.lower().split())
        ),
    ),
}


@pytest.fixture
def full(clerk: Clerk) -> Clerk:
    """Return a clerk with forty letters of all kinds on her desk."""
    senders = [clerk.party] + [
        clerk.enters(f"{name} айыл өкмөтү", SenderKind.LSG_BODY) for name in ("Өзгөн", "Ёлка", "Ак")
    ]
    for number in range(40):
        day = TODAY - timedelta(days=(40 - number) // 8)
        data: dict[str, Any] = {
            "registered_on": day,
            "summary": SUMMARIES[number % len(SUMMARIES)],
            "term": (TermChoice.NONE, TermChoice.USUAL, TermChoice.BY_HAND)[number % 3],
            "due_on": day + timedelta(days=number % 7) if number % 3 == 2 else None,
            "power_kind": list(PowerKind)[number % 5],
            "funding": list(Funding)[number % 3],
            "party_id": senders[number * 7 % 4],
        }
        if number % 5 == 0:
            data["party_id"] = None
            data["new_party"] = AddParty(
                sender_kind=SenderKind.CITIZEN,
                name=f"Булакбаев {number % 10}",
                address=f"Терек көчөсү {number}",
            )
        paper = clerk.registers(**data)
        if number % 4 == 1:
            done = MarkExecuted(document_id=paper.id, on=TODAY)
            clerk.office.perform(mark_executed, done)
        elif number % 11 == 7:
            clerk.annuls(paper)
    return clerk


def whole(clerk: Clerk, **asked: Any) -> list[DocumentRow]:
    """Return the list page by page, as scrolling down brings it."""
    args = DocumentsAsked(**{"register": "incoming", "today": TODAY, **asked})
    rows: list[DocumentRow] = []
    while True:
        page: DocumentPage = clerk.office.ask(documents, args)
        rows += page.rows
        if page.next is None:
            return rows
        assert len(page.rows) == args.limit
        args = msgspec.structs.replace(args, after=page.next)


@settings(
    max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    name=st.sampled_from(sorted(FILTERS)),
    order=st.sampled_from(Order),
    descending=st.booleans(),
    limit=st.integers(1, 45),
)
def test_pages_make_up_the_full_list_in_every_order(full, name, order, descending, limit) -> None:
    asked, fits = FILTERS[name]
    expected = [row for row in full.rows(limit=1000) if fits(row)]
    expected.sort(key=KEYS[order], reverse=descending)
    found = whole(full, order=order, descending=descending, limit=limit, **asked)
    assert [row.id for row in found] == [row.id for row in expected]
    counted = DocumentsAsked(register="incoming", today=TODAY, **asked)
    assert full.office.ask(document_count, counted) == len(expected)


def test_every_filter_leaves_something_and_takes_something(full) -> None:
    rows = full.rows(limit=1000)
    left = {name: sum(map(fits, rows)) for name, (_, fits) in FILTERS.items()}
    assert len(rows) == 40
    assert all(
        0 < count < 40 for name, count in left.items() if name not in {"all", "of this year"}
    )


def test_names_are_sorted_by_the_kyrgyz_alphabet(full) -> None:
    names = [row.party for row in full.rows(order=Order.PARTY, descending=False, limit=1000)]
    offices = list(dict.fromkeys(name for name in names if "айыл өкмөтү" in name))
    assert offices == ["Ак айыл өкмөтү", "Ёлка айыл өкмөтү", "Өзгөн айыл өкмөтү"]


def test_letters_without_a_term_stand_below_those_with_one(full) -> None:
    due = [row.due_on for row in full.rows(order=Order.DUE_ON, descending=False, limit=1000)]
    with_term = [day for day in due if day is not None]
    assert due == with_term + [None] * (len(due) - len(with_term))


def test_a_letter_registered_meanwhile_does_not_disturb_the_next_page(full) -> None:
    first = full.office.ask(
        documents,
        DocumentsAsked(register="incoming", today=TODAY, descending=False, limit=10),
    )
    full.registers()
    asked = DocumentsAsked(
        register="incoming", today=TODAY, descending=False, limit=10, after=first.next
    )
    second = full.office.ask(documents, asked)
    assert [row.number for row in (*first.rows, *second.rows)] == list(range(1, 21))


def test_a_file_and_an_executor_are_filters_too(clerk) -> None:
    executor, file = clerk.official("А. Тоокеева"), clerk.file("04-1")
    clerk.registers()
    paper = clerk.registers(executor_id=executor, case_file_id=file)
    for asked in ({"executor_id": executor}, {"case_file_id": file}):
        assert [row.id for row in clerk.rows(**asked)] == [paper.id]


def test_a_letter_is_found_in_the_list_by_number_sender_and_words(clerk) -> None:
    clerk.registers(summary="Суу түтүгү", sender_reference="03-1/77")
    paper = clerk.registers(sender_reference="01-7/312")
    for asked in ({"number": "01-7/312"}, {"number": "312"}, {"number": "2"}, {"summary": "жайыт"}):
        assert [row.id for row in clerk.rows(**asked)] == [paper.id]
    assert len(clerk.rows(party="кок арча админ")) == 2
    assert clerk.rows(party="жайыт") == []


def test_signs_without_letters_filter_nothing(full) -> None:
    assert len(full.rows(text="«»–!", limit=1000)) == 40


def test_another_register_holds_none_of_these_letters(full) -> None:
    assert full.rows("outgoing") == []
