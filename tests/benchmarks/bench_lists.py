"""Measure the list of 100,000 letters: every order, up and down, with every filter."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import msgspec

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.correspondence.model import State
from msu_desktop.desks.correspondence.queries.listing import (
    DocumentPage,
    DocumentsAsked,
    Order,
    document_count,
    documents,
)
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import OfficialsAsked, officials
from msu_desktop.office.parties import Funding, PowerKind, SenderKind
from msu_desktop.store.acting import Query
from msu_desktop.store.startup import open_folder
from msu_desktop.store.workplace import Workplace
from tests.benchmarks.filled_office import LAST_DAY, LETTERS, filled_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import milliseconds

REPEATS = 3
LIMIT = 100


def measure() -> Iterator[Result]:
    """Give the slowest page and the slowest count of all, beside a Qt proxy model."""
    workplace = open_folder(filled_office(), WIRING)
    sorting, filtering = proxy_model()
    asked = [
        (name, order, DocumentsAsked(**own, order=order, descending=descending))
        for (name, own), order, descending in product(
            filters(workplace).items(), Order, (True, False)
        )
    ]
    pages = [(page(workplace, args), f"{name} by {order.value}") for name, order, args in asked]
    counts = [
        (middle(workplace, document_count, args), name)
        for name, order, args in asked
        if order is Order.NUMBER
    ]
    alone = [found for found in pages if found[1].startswith("all ")]
    for what, found, peer in (
        ("list of 100,000 sorted", alone, sorting),
        ("list of 100,000 filtered and sorted", pages, filtering),
    ):
        slowest, where = max(found)
        yield Result(
            f"{what}, slowest: {where}", slowest, "ms", LIMIT, "Qt proxy over a Python model", peer
        )
    slowest, where = max(counts)
    yield Result(f"count of a filtered list, slowest: {where}", slowest, "ms", LIMIT)
    workplace.close()


def page(workplace: Workplace, args: DocumentsAsked) -> float:
    """Return the time of the first page or the second one, whichever takes longer."""
    first: DocumentPage = workplace.ask(documents, args)
    times = [middle(workplace, documents, args)]
    if first.next is not None:
        second = msgspec.structs.replace(args, after=first.next)
        times.append(middle(workplace, documents, second))
    return max(times)


def middle(workplace: Workplace, query: Query[Any, Any], args: DocumentsAsked) -> float:
    """Return the middle one of some times of a query."""
    times = [milliseconds(workplace.ask, query, args) for _ in range(REPEATS)]
    return sorted(times)[REPEATS // 2]


def filters(workplace: Workplace) -> dict[str, dict[str, Any]]:
    """Return every filter of the list with an often and a rarely found value."""
    people = workplace.ask(officials, OfficialsAsked())
    files = workplace.ask(case_files, CaseFilesAsked(year=2026))
    of_all: dict[str, dict[str, Any]] = {
        "all": {},
        "a year": {"period": "2021"},
        "from a day": {"registered_from": date(2022, 3, 1)},
        "some days": {"registered_from": date(2022, 3, 1), "registered_to": date(2022, 3, 9)},
        "due in some days": {"due_from": date(2022, 3, 1), "due_to": date(2022, 3, 9)},
        "waiting": {"waiting": True},
        "a number": {"number": "512"},
        "a sender": {"party": "админ"},
        "a word": {"summary": "жай"},
        "two words": {"text": "жөнүндө маалымат"},
        "one letter": {"text": "к"},
        "rare words": {"text": "кенеш маданият"},
        "a file": {"case_file_id": files[5].id},
        **{f"file {file.case_index}": {"case_file_id": file.id} for file in files[-1:]},
        **{f"state {state.value}": {"state": state} for state in State},
        **{f"executor {one.post}": {"executor_id": one.id} for one in people[:4]},
        **{f"sender {kind.value}": {"sender_kind": kind} for kind in SenderKind},
        **{f"power {kind.value}": {"power_kind": kind} for kind in PowerKind},
        **{f"funding {kind.value}": {"funding": kind} for kind in Funding},
    }
    everywhere = {"register": "incoming", "today": LAST_DAY}
    return {name: {**everywhere, **own} for name, own in of_all.items()}


def proxy_model() -> tuple[float, float]:
    """Return how long a sorting and filtering proxy takes over as many rows held in Python."""
    from PySide6.QtCore import (
        QAbstractListModel,
        QModelIndex,
        QPersistentModelIndex,
        QSortFilterProxyModel,
        Qt,
    )

    class Letters(QAbstractListModel):
        def rowCount(self, _: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
            return LETTERS

        def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str | None:
            return texts[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    texts = [f"{number * 7919 % LETTERS} Жайытка чыгуу мөөнөттөрү" for number in range(LETTERS)]
    model, proxy = Letters(), QSortFilterProxyModel()
    proxy.setSourceModel(model)
    sorting = milliseconds(proxy.sort, 0)
    return sorting, milliseconds(proxy.setFilterFixedString, "512")
