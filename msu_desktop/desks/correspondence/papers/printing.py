"""Print a register's journal: whole, on from the last printed row, or its closing sheet alone."""

from dataclasses import dataclass
from enum import StrEnum

from msu_desktop.desks.correspondence.model import NOTHING_NEW_TO_PRINT
from msu_desktop.desks.correspondence.papers.forms import PaperLanguage
from msu_desktop.desks.correspondence.papers.journals import journal_paper
from msu_desktop.desks.correspondence.queries.registers import (
    Journal,
    RegisterAsked,
    register_journal,
)
from msu_desktop.desks.directory.queries.office import (
    OfficeAsked,
    OfficialsAsked,
    office,
    officials,
)
from msu_desktop.office.errors import broken
from msu_desktop.paper.sheet import JournalPaper, Part, PrintPlace
from msu_desktop.store.acting import Args
from msu_desktop.store.workplace import Workplace


class Extent(StrEnum):
    """How much of a journal is printed."""

    WHOLE = "whole"
    RUNNING = "running"
    NEW_ROWS = "new_rows"
    CLOSING = "closing"


_PARTS = {
    Extent.WHOLE: Part.ALL,
    Extent.RUNNING: Part.TITLE | Part.ROWS,
    Extent.NEW_ROWS: Part.ROWS,
    Extent.CLOSING: Part.CLOSING,
}


class JournalAsked(Args, frozen=True, kw_only=True):
    """Which journal is printed, how much of it, in which language.

    ``running`` is the whole journal without its closing sheet, as long as rows are to follow;
    ``new_rows`` are those below the last row that was printed, all if none was.
    """

    register: str
    period: str
    extent: Extent = Extent.WHOLE
    language: PaperLanguage = PaperLanguage.BOTH


@dataclass(frozen=True, slots=True)
class PrintedJournal:
    """A journal's PDF; what of it is printed for the first time, and where its rows end.

    ``last_number`` is 0 when the PDF holds no rows. The sheet ``fed_again`` is put back into the
    printer before a continuing print; None when the print begins on a new sheet.
    """

    pdf: bytes
    last_number: int
    page: int
    y_mm: float
    fed_again: int | None


def printed_so_far(journal: Journal) -> int:
    """Count the rows that stand on paper already."""
    return sum(row.document.number <= journal.printed_number for row in journal.rows)


def gather_journal(workplace: Workplace, asked: JournalAsked) -> tuple[Journal, JournalPaper]:
    """Read a journal and make it ready for paper, with today's signers."""
    journal = workplace.ask(
        register_journal, RegisterAsked(register=asked.register, period=asked.period)
    )
    now = workplace.now
    in_post = workplace.ask(officials, OfficialsAsked(on=now.date()))
    own = workplace.ask(office, OfficeAsked())
    return journal, journal_paper(journal, own, in_post, asked.language, now)


def print_journal(journal: Journal, paper: JournalPaper, extent: Extent) -> PrintedJournal:
    """Print the wanted part of the journal as PDF.

    RuleBroken ``nothing_new_to_print`` when every row stands on paper already.
    """
    from msu_desktop.paper.pdf import journal_pdf

    rows = len(journal.rows)
    place = None
    if extent is Extent.NEW_ROWS and not journal.printed_number:
        extent = Extent.RUNNING
    elif extent is Extent.NEW_ROWS:
        place = PrintPlace(journal.printed_page, journal.printed_y_mm, printed_so_far(journal))
        if place.row == rows:
            raise broken(NOTHING_NEW_TO_PRINT, last=journal.rows[-1].document.number_text)
    printed = journal_pdf(paper, _PARTS[extent], place)
    last = 0 if extent is Extent.CLOSING or not rows else journal.rows[-1].document.number
    again = place.page if place is not None and printed.first_page == place.page else None
    return PrintedJournal(printed.pdf, last, printed.ended.page, printed.ended.y_mm, again)


def journal_xlsx_bytes(workplace: Workplace, asked: JournalAsked) -> bytes:
    """Read a journal and write it as XLSX, all its rows whatever the extent."""
    from msu_desktop.paper.workbook import journal_xlsx

    return journal_xlsx(gather_journal(workplace, asked)[1])


FORMS = {"F01": "incoming", "F02": "outgoing"}
"""The register each form prints."""
