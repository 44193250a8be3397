"""Measure journals made on paper: each run is a fresh process, from its start to its end.

``python -m tests.benchmarks.bench_paper TASK FILE`` is such a run. Peers get the same rows.
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.result import Result

PDF_ROWS = 1_000
XLSX_ROWS = 10_000
REPEATS = 3


class Cost(NamedTuple):
    """What a run costs: wall seconds and, where the system tells, its peak memory in MB."""

    seconds: float
    megabytes: float | None


def measure() -> Iterator[Result]:
    """Measure PDF and XLSX against their limits and against the usual ways to make them."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        table = place / "rows.csv"
        own(place, "rows_csv", table)
        pdf, long_table = own(place, "journal_pdf"), own(place, "long_table")
        yield from compared(
            f"journal of {PDF_ROWS} rows to PDF", pdf, (1.5, 90), "reportlab LongTable", long_table
        )
        if (office := shutil.which("soffice")) is not None:
            peer = cost(libreoffice(office, table, "pdf", place))
            name = f"journal of {PDF_ROWS} rows to PDF"
            yield from compared(name, pdf, (1.5, 90), "LibreOffice from CSV", peer)
        yield from compared(
            f"journal of {XLSX_ROWS} rows to XLSX",
            own(place, "journal_xlsx"),
            (1.5, 60),
            "openpyxl write-only, styled cells",
            own(place, "styled_cells"),
        )


def compared(
    name: str, ours: Cost, limits: tuple[float, float], peer_name: str, peer: Cost
) -> Iterator[Result]:
    """Give the time and, where it is known, the memory of a run beside the peer's."""
    yield Result(name, ours.seconds, "s", limits[0], peer_name, peer.seconds)
    if ours.megabytes is not None:
        yield Result(f"{name}: memory", ours.megabytes, "MB", limits[1], peer_name, peer.megabytes)


def own(place: Path, task: str, out: Path | None = None) -> Cost:
    """Run one of the tasks below in a fresh interpreter, the median of some runs."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_paper", task, str(out or place / task)]
    return sorted(cost(command) for _ in range(REPEATS))[REPEATS // 2]


def libreoffice(office: str, table: Path, kind: str, place: Path) -> list[str]:
    """Return the command that turns the table into another kind of file, with a fresh profile."""
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    return [office, profile, "--headless", "--convert-to", kind, "--outdir", str(place), str(table)]


def cost(command: Sequence[str]) -> Cost:
    """Run the command; memory is that of the largest process of its tree."""
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        if not hasattr(os, "wait4"):
            megabytes, failed = None, run.wait()
        else:
            _, failed, usage = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(failed)
            megabytes = usage.ru_maxrss / 1024
    seconds = time.perf_counter() - begun
    if failed:
        raise RuntimeError(command)
    return Cost(seconds, megabytes)


def journal_pdf(out: Path) -> None:
    from msu_desktop.paper import pdf
    from tests.paper.sample_journal import journal

    out.write_bytes(pdf.journal_pdf(journal(PDF_ROWS)).pdf)


def journal_xlsx(out: Path) -> None:
    from msu_desktop.paper import workbook
    from tests.paper.sample_journal import journal

    out.write_bytes(workbook.journal_xlsx(journal(XLSX_ROWS)))


def rows_csv(out: Path) -> None:
    from tests.paper.sample_journal import journal

    with out.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(row.cells for row in journal(PDF_ROWS).rows)


def long_table(out: Path) -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

    from msu_desktop.paper.fonts import Face, register
    from msu_desktop.paper.sheet import shown
    from tests.paper.sample_journal import COLUMNS, journal

    style = ParagraphStyle("text", fontName=register(Face.REGULAR), fontSize=9, leading=10.6)
    cells = [
        [Paragraph(shown(cell), style) for cell in row.cells] for row in journal(PDF_ROWS).rows
    ]
    captions = [[Paragraph(column.title, style) for column in COLUMNS]]
    widths = [column.width_mm * mm for column in COLUMNS]
    table = LongTable(
        captions + cells, widths, repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.4, "black")]
    )
    margins = {
        "leftMargin": 20 * mm,
        "rightMargin": 10 * mm,
        "topMargin": 15 * mm,
        "bottomMargin": 15 * mm,
    }
    SimpleDocTemplate(str(out), pagesize=landscape(A4), **margins).build([table])


def styled_cells(out: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Border, Font, Side

    from tests.paper.sample_journal import journal

    book = Workbook(write_only=True)
    page = book.create_sheet()
    line = Side(style="thin")
    font, border = Font(name="Times New Roman", size=10), Border(line, line, line, line)
    alignment = Alignment(vertical="top", wrap_text=True)
    for row in journal(XLSX_ROWS).rows:
        cells = [WriteOnlyCell(page, value) for value in row.cells]
        for cell in cells:
            cell.font, cell.border, cell.alignment = font, border, alignment
        page.append(cells)
    book.save(out)


TASKS = {
    task.__name__: task for task in (journal_pdf, journal_xlsx, rows_csv, long_table, styled_cells)
}

if __name__ == "__main__":
    TASKS[sys.argv[1]](Path(sys.argv[2]))
