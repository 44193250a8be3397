"""Measure what every ``bench_*.py`` here measures and print it beside its limit and its peer.

``python -m tests.benchmarks [NAME…]`` takes only the modules whose name holds one of the names.
Each module has a function ``measure() -> Iterable[Result]`` and runs in a process of its own, so
that one does not pay for another's memory. The exit status is 1 when a limit is missed.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from tests.benchmarks.result import Result

HERE = Path(__file__).parent
HEADINGS = ("what", "ours", "limit", "", "peer")


def modules(wanted: list[str]) -> list[str]:
    """Return the names of the measuring modules, of all or of those asked for."""
    names = sorted(path.stem for path in HERE.glob("bench_*.py"))
    return [name for name in names if not wanted or any(part in name for part in wanted)]


def measure(name: str) -> list[Result]:
    """Run one module's measurements; called in a process of its own."""
    return list(import_module(f"tests.benchmarks.{name}").measure())


def missed(result: Result) -> bool:
    """Tell whether a result lies above its limit."""
    return result.limit is not None and result.ours > result.limit


def amount(value: float | None, unit: str) -> str:
    """Write a value with three signs that count; nothing for none."""
    if value is None:
        return ""
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def row(result: Result) -> tuple[str, ...]:
    """Return the cells of one line of the table."""
    peer = f"{result.peer_name} {amount(result.peer, result.unit)}".strip()
    verdict = "MISSED" if missed(result) else "kept" if result.limit is not None else ""
    return (
        result.name,
        amount(result.ours, result.unit),
        amount(result.limit, result.unit),
        verdict,
        peer,
    )


def table(results: list[Result]) -> str:
    """Lay the results out in columns."""
    rows = [HEADINGS, *map(row, results)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in rows
    )


def main(wanted: list[str]) -> int:
    """Measure, print the table, return the exit status."""
    names = modules(wanted)
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as processes:
        results = []
        for name in names:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            results += processes.submit(measure, name).result()
    print(table(results))
    return 1 if any(map(missed, results)) else 0
