"""Measure the search while the clerk types, sign by sign, over 100,000 letters."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.correspondence.queries.finding import (
    CorrespondentsAsked,
    DocumentsFound,
    correspondents,
    find_documents,
)
from msu_desktop.desks.today.queries import SearchAsked, search_everything
from msu_desktop.store.engine import connect
from msu_desktop.store.startup import open_folder
from msu_desktop.store.workplace import Workplace
from tests.benchmarks.filled_office import filled_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import milliseconds, share_below

TYPED = (
    *("кенеш", "кеңештин токтому", "жайыттарды пайдалануу", "маалымат берүү", "жөнүндө отчет"),
    *("көк-арча рма", "финансы башкармалыгы", "булакбаева гүлсүн", "мал", "суу түтүгүн оңдоо"),
    *("01-7/312", "01-12/5", "2025", "айыл өкмөтү", "терек көчөсүнүн жолун", "жөб", "катчы"),
    *("социалдык паспорт", "өзгөчө кырдаал", "бюджеттин аткарылышы", "ёлка", "йййй", "прокуратура"),
)


def measure() -> Iterator[Result]:
    """Measure each place where one types to find, and the usual LIKE over the same rows."""
    folder = filled_office()
    workplace = open_folder(folder, WIRING)
    prefixes = [text[:length] for text in TYPED for length in range(1, len(text) + 1)]
    like = share_below(list(_likes(folder.database, prefixes[::6])), 95)
    for name, ask in (
        ("search box over everything", _everything),
        ("papers to link a reply with", _papers),
        ("correspondents while typing", _correspondents),
    ):
        ask(workplace, "к")
        times = [milliseconds(ask, workplace, text) for text in prefixes]
        yield Result(f"{name}, p95", share_below(times, 95), "ms", 50, "SQLite LIKE", like)
    workplace.close()


def _everything(workplace: Workplace, text: str) -> None:
    workplace.ask(search_everything, SearchAsked(text=text))


def _papers(workplace: Workplace, text: str) -> None:
    workplace.ask(find_documents, DocumentsFound(text=text))


def _correspondents(workplace: Workplace, text: str) -> None:
    workplace.ask(correspondents, CorrespondentsAsked(text=text))


def _likes(database: Path, prefixes: list[str]) -> Iterator[float]:
    with closing(connect(database, read_only=True)) as raw:
        for prefix in prefixes:
            yield milliseconds(_like, raw, prefix)


def _like(raw: sqlite3.Connection, text: str) -> None:
    raw.execute(
        "SELECT id FROM document WHERE summary LIKE ? ORDER BY registered_on DESC LIMIT 20",
        (f"%{text}%",),
    ).fetchall()
