"""Papers on the command line: a journal as PDF or XLSX, the same bytes as from the window."""

import argparse
from pathlib import Path

from msu_desktop.cli.speaking import opened_office, write_line
from msu_desktop.desks.correspondence.acts.numbering import RecordPrint, record_print
from msu_desktop.desks.correspondence.papers.forms import PaperLanguage
from msu_desktop.desks.correspondence.papers.printing import (
    FORMS,
    MAKERS,
    Extent,
    JournalAsked,
    gather_journal,
    print_journal,
)
from msu_desktop.office.errors import broken, sentence
from msu_desktop.store.troubles import known_troubles
from msu_desktop.store.workplace import Workplace

NO_SUCH_ENDING = sentence(
    "no_such_ending", "A file “{ending}” cannot be made: name one of {known}."
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what a paper is asked by."""
    parser.add_argument("form", choices=sorted(FORMS))
    parser.add_argument("--period", help="the year; this one unless given")
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
    maker = MAKERS.get(out.suffix.lower())
    if maker is None:
        raise broken(NO_SUCH_ENDING, "out", ending=out.suffix, known=", ".join(MAKERS))
    with opened_office(asked) as workplace:
        wanted = JournalAsked(
            register=FORMS[asked.form],
            period=asked.period or str(workplace.now.year),
            extent=Extent(asked.extent),
            language=PaperLanguage(asked.paper_language),
        )
        data = maker(workplace, wanted)
        with known_troubles():
            out.write_bytes(data)
        if asked.printed and out.suffix.lower() == ".pdf":
            _note_as_printed(workplace, wanted)
    write_line({"file": str(out), "size": len(data)})
    return 0


def _note_as_printed(workplace: Workplace, wanted: JournalAsked) -> None:
    made = print_journal(*gather_journal(workplace, wanted), wanted.extent)
    if made.last_number:
        command = RecordPrint(
            register=wanted.register,
            period=wanted.period,
            last_number=made.last_number,
            page=made.page,
            y_mm=made.y_mm,
        )
        workplace.perform(record_print, command)
