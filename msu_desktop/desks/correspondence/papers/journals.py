"""Make a journal of letters, as the register holds it, ready for paper (forms F01 and F02)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from msu_desktop.desks.correspondence.papers.forms import (
    PaperLanguage,
    Words,
    captioned,
    journal_words,
)
from msu_desktop.desks.correspondence.queries.registers import Journal, JournalRow
from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.queries.office import OfficeRow, OfficialRow
from msu_desktop.language.dates import long_date, short_date
from msu_desktop.language.formats import russian_form
from msu_desktop.language.sums import number_in_words
from msu_desktop.paper.sheet import Caption, Cell, JournalCaptions, JournalPaper, Row, Signer

NOTHING = "–"


def journal_paper(
    journal: Journal,
    office: OfficeRow,
    officials: Sequence[OfficialRow],
    language: PaperLanguage,
    printed_at: datetime,
) -> JournalPaper:
    """Return the journal with every text in its language and its official form.

    ``officials`` are those in post on the day of print: the responsible secretary and the head
    sign. A journal of an earlier year is ended on the day of its last row.
    """
    words = journal_words()
    form = words.forms[journal.register.form]
    begun, ended = _span(journal, language, printed_at.date())
    return JournalPaper(
        form=journal.register.form,
        office=captioned(office.name_ky, office.name_ru, language),
        title=form.title.caption(language),
        year=_year(journal.period, language),
        columns=tuple(column.column(language) for column in form.columns),
        rows=tuple(
            _row(row, [column.shows for column in form.columns], language) for row in journal.rows
        ),
        captions=JournalCaptions(
            begun=words.begun.caption(language),
            ended=words.ended.caption(language),
            bound=words.bound.caption(language),
            seal=words.seal.caption(language),
        ),
        printed_at=printed_at,
        signers=(
            _signer(Post.SECRETARY, words.secretary, officials, language),
            _signer(Post.HEAD, words.head, officials, language),
        ),
        begun=begun,
        ended=ended,
        sheets=partial(_sheets, language),
    )


def _span(journal: Journal, language: PaperLanguage, today: date) -> tuple[str, str]:
    """Return the days of the first and last row; an end that may still come stays open."""
    if not journal.rows:
        return "", ""
    first, last = (journal.rows[end].document.registered_on for end in (0, -1))
    over = journal.period.isdigit() and int(journal.period) < today.year
    return long_date(first, language.first), long_date(last, language.first) if over else ""


def _year(period: str, language: PaperLanguage) -> Caption:
    """Name the year; a journal that is numbered through the years has none."""
    if not period.isdigit():
        return Caption("")
    words = journal_words().year
    return captioned(words.ky.format(year=period), words.ru.format(year=period), language)


def _sheets(language: PaperLanguage, count: int) -> Caption:
    ky, ru = (f"{count} ({number_in_words(count, one)})" for one in ("ky", "ru"))
    noun = russian_form(count, *journal_words().sheet_forms)
    return captioned(ky, f"{ru} {noun}", language)


def _signer(
    post: Post, usual: Words, officials: Sequence[OfficialRow], language: PaperLanguage
) -> Signer:
    """Return who holds the post; without one, the usual name of the post and no surname."""
    for official in officials:
        if official.post == post.value:
            ky, ru = (_capital(name) for name in (official.post_ky, official.post_ru))
            return Signer(captioned(ky, ru or usual.ru, language), official.name)
    return Signer(usual.caption(language), "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(row: JournalRow, shown: Sequence[str], language: PaperLanguage) -> Row:
    cells = tuple(_CELLS[name](row, language) for name in shown)
    return Row(cells, _annulment(row, language))


def _annulment(row: JournalRow, language: PaperLanguage) -> str | None:
    document = row.document
    if document.annulled_on is None:
        return None
    words = journal_words().annulled
    said = " / ".join(filter(None, _titles(words.caption(language))))
    told = (document.annulment_reason, short_date(document.annulled_on), document.annulled_by)
    return f"{said}: {', '.join(filter(None, told))}"


def _titles(caption: Caption) -> tuple[str, str]:
    return caption.title, caption.subtitle


def _numbered(number: str, day: date | None) -> str:
    return ", ".join(filter(None, (number, short_date(day) if day else "")))


def _registered(row: JournalRow, _: PaperLanguage) -> Cell:
    return _numbered(row.document.number_text, row.document.registered_on)


def _sender_paper(row: JournalRow, _: PaperLanguage) -> Cell:
    return _numbered(row.document.sender_reference, row.document.sender_date) or NOTHING


def _resolution(row: JournalRow, _: PaperLanguage) -> Cell:
    """Write «Н. Өрүктөев: маалымат даярдалсын»."""
    said = (row.document.executor, row.document.resolution)
    return ": ".join(filter(None, said)) or NOTHING


def _due(row: JournalRow, language: PaperLanguage) -> Cell:
    document = row.document
    if document.due_on is None:
        return NOTHING
    if document.due_provisional:
        return journal_words().provisional.on(language, day=short_date(document.due_on))
    return document.due_on


def _execution(row: JournalRow, language: PaperLanguage) -> Cell:
    """Write the replies, the mark as it was typed, or at least that it is done."""
    document, words = row.document, journal_words()
    marks = [
        words.reply.on(language, number=number, day=short_date(day))
        for number, day in row.answered_by
    ]
    marks += [document.execution_mark] if document.execution_mark else []
    if not marks and document.executed_on is not None:
        marks = [words.executed.on(language, day=short_date(document.executed_on))]
    return "\n".join(marks) or NOTHING


def _answers(row: JournalRow, _: PaperLanguage) -> Cell:
    return "\n".join(_numbered(number, day) for number, day in row.answers) or NOTHING


def _dispatch(row: JournalRow, language: PaperLanguage) -> Cell:
    known = journal_words().dispatch.get(row.document.dispatch)
    return known.on(language) if known else NOTHING


_CELLS: Mapping[str, Callable[[JournalRow, PaperLanguage], Cell]] = {
    "registered": _registered,
    "party": lambda row, _: row.document.party,
    "sender_paper": _sender_paper,
    "summary": lambda row, _: row.document.summary,
    "sheets": lambda row, _: row.document.sheets or NOTHING,
    "resolution": _resolution,
    "executor": lambda row, _: row.document.executor or NOTHING,
    "due": _due,
    "execution": _execution,
    "answers": _answers,
    "dispatch": _dispatch,
    "case_index": lambda row, _: row.document.case_index or NOTHING,
    "note": lambda row, _: row.document.note or NOTHING,
}
