"""Papers on the command line: a journal as PDF or XLSX, the same bytes as from the window."""

import argparse
from pathlib import Path

from msu_desktop.cli.speaking import opened_office, write_line
from msu_desktop.desks.correspondence.acts.numbering import RecordPrint, record_print
from msu_desktop.desks.correspondence.papers.forms import PaperLanguage
from msu_desktop.desks.correspondence.papers.printing import (
    FORMS,
    Extent,
    JournalAsked,
    PrintedJournal,
    gather_journal,
    journal_xlsx_bytes,
    print_journal,
)
from msu_desktop.desks.correspondence.queries.registers import RegistersAsked, registers
from msu_desktop.office.errors import broken, sentence
from msu_desktop.office.numbering import Restart, period_key
from msu_desktop.store.troubles import known_troubles
from msu_desktop.store.workplace import Workplace

NO_SUCH_ENDING = sentence(
    "no_such_ending", "A file “{ending}” cannot be made: name one of {known}."
)

ENDINGS = (".pdf", ".xlsx")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what a paper is asked by."""
    parser.add_argument("form", choices=sorted(FORMS))
    parser.add_argument(
        "--period", help="the year, * for numbers that never restart; the present one unless given"
    )
    parser.add_argument("--extent", choices=[one.value for one in Extent], default="whole")
    parser.add_argument("--in", dest="paper_language", default=PaperLanguage.BOTH.value,
                        choices=[one.value for one in PaperLanguage])  # fmt: skip
    parser.add_argument("--out", required=True, help="the file to write, .pdf or .xlsx")
    parser.add_argument(
        "--printed", action="store_true", help="note that these rows are on paper now"
    )


def paper(asked: argparse.Namespace) -> int:
    """Write a journal into a file; with ``--printed`` the next print goes on below it."""
    out = Path(asked.out)
    if out.suffix.lower() not in ENDINGS:
        raise broken(NO_SUCH_ENDING, "out", ending=out.suffix, known=", ".join(ENDINGS))
    with opened_office(asked) as workplace:
        register = FORMS[asked.form]
        wanted = JournalAsked(
            register=register,
            period=asked.period or _present_period(workplace, register),
            extent=Extent(asked.extent),
            language=PaperLanguage(asked.paper_language),
        )
        if out.suffix.lower() == ".pdf":
            made = print_journal(*gather_journal(workplace, wanted), wanted.extent)
            _write(out, made.pdf)
            if asked.printed:
                _note_as_printed(workplace, wanted, made)
        else:
            _write(out, journal_xlsx_bytes(workplace, wanted))
    write_line({"file": str(out), "size": out.stat().st_size})
    return 0


def _present_period(workplace: Workplace, register: str) -> str:
    """Return the period in which the register counts today."""
    row = next(row for row in workplace.ask(registers, RegistersAsked()) if row.code == register)
    return period_key(Restart(row.restart), workplace.now.date())


def _write(out: Path, data: bytes) -> None:
    with known_troubles():
        out.write_bytes(data)


def _note_as_printed(workplace: Workplace, wanted: JournalAsked, made: PrintedJournal) -> None:
    """Note how far the very rows of this file reach: others may have registered meanwhile."""
    if made.last_number:
        command = RecordPrint(
            register=wanted.register,
            period=wanted.period,
            last_number=made.last_number,
            page=made.page,
            y_mm=made.y_mm,
        )
        workplace.perform(record_print, command)
