"""The journals of letters on paper: what the rows say, and how printing goes on."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from msu_desktop.desks.correspondence.acts.numbering import RecordPrint, record_print
from msu_desktop.desks.correspondence.acts.registering import (
    AnnulDocument,
    MarkExecuted,
    RegisterIncoming,
    RegisterOutgoing,
    annul_document,
    mark_executed,
    register_incoming,
    register_outgoing,
)
from msu_desktop.desks.correspondence.model import Dispatch, TermChoice
from msu_desktop.desks.correspondence.papers.forms import PaperLanguage
from msu_desktop.desks.correspondence.papers.journals import journal_paper
from msu_desktop.desks.correspondence.papers.printing import (
    Extent,
    JournalAsked,
    gather_journal,
    journal_xlsx_bytes,
    print_journal,
)
from msu_desktop.desks.correspondence.queries.registers import RegisterAsked, register_journal
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import (
    OfficeAsked,
    OfficialsAsked,
    officials,
)
from msu_desktop.desks.directory.queries.office import office as office_row
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.parties import SenderKind
from msu_desktop.paper.sheet import Row, shown

SUMMARY = "Жайытка чыгуу мөөнөттөрү жөнүндө маалымат берүү"
ADMINISTRATION = "Көк-Арча райондук мамлекеттик администрациясы"


def journal_pdf_bytes(office, asked) -> bytes:
    return print_journal(*gather_journal(office, asked), asked.extent).pdf


@pytest.fixture
def sender(office) -> str:
    kind = SenderKind.LOCAL_STATE_ADMINISTRATION
    return office.perform(add_party, AddParty(sender_kind=kind, name=ADMINISTRATION))


@pytest.fixture
def case_file(office) -> str:
    return office.ask(case_files, CaseFilesAsked(year=2026))[0].id


def deputy(office) -> str:
    named = office.ask(officials, OfficialsAsked())
    return next(one.id for one in named if one.name == "Н. Өрүктөев")


def incoming(office, sender, **more):
    command = RegisterIncoming(**{"party_id": sender, "summary": SUMMARY, **more})
    return office.perform(register_incoming, command)


def rows(office, register="incoming", language=PaperLanguage.KY) -> tuple[Row, ...]:
    asked = JournalAsked(register=register, period="2026", language=language)
    return tuple(gather_journal(office, asked)[1].rows)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]
    document.close()
    return pages


def test_a_row_of_the_incoming_journal_reads_as_on_the_form(office, watch, sender, case_file):
    came = incoming(
        office,
        sender,
        sender_reference="01-7/312",
        sender_date=date(2026, 4, 20),
        sheets=2,
        resolution="маалымат даярдалсын",
        executor_id=deputy(office),
        term=TermChoice.BY_HAND,
        due_on=date(2026, 5, 13),
        case_file_id=case_file,
    )
    watch.set(12, 5)
    reply = RegisterOutgoing(
        party_id=sender,
        summary="Жайытка чыгуу мөөнөттөрү жөнүндө",
        sheets=1,
        executor_id=deputy(office),
        case_file_id=case_file,
        dispatch=Dispatch.BUNDLE,
        replies_to=(came.id,),
    )
    sent = office.perform(register_outgoing, reply)
    index = sent.number.partition("/")[0]
    assert [shown(cell) for cell in rows(office)[0].cells] == [
        "1, 22.04.2026",
        ADMINISTRATION,
        "01-7/312, 20.04.2026",
        SUMMARY,
        "2",
        "Н. Өрүктөев: маалымат даярдалсын",
        "13.05.2026",
        f"жооп № {index}/1, 12.05.2026",
        index,
        "–",
    ]
    assert [shown(cell) for cell in rows(office, "outgoing")[0].cells] == [
        f"{index}/1, 12.05.2026",
        ADMINISTRATION,
        "Жайытка чыгуу мөөнөттөрү жөнүндө",
        "1",
        "Н. Өрүктөев",
        "1, 22.04.2026",
        "топтом",
        index,
        "–",
    ]


def test_a_letter_without_reply_shows_the_mark_that_was_typed(office, sender):
    came = incoming(office, sender)
    done = MarkExecuted(document_id=came.id, on=date(2026, 4, 22), mark="телефон менен айтылды")
    office.perform(mark_executed, done)
    assert rows(office)[0].cells[7] == "телефон менен айтылды"


def test_a_letter_executed_without_a_mark_says_when(office, sender):
    came = incoming(office, sender)
    office.perform(mark_executed, MarkExecuted(document_id=came.id, on=date(2026, 4, 22)))
    assert rows(office)[0].cells[7] == "аткарылды, 22.04.2026"
    assert rows(office, language=PaperLanguage.RU)[0].cells[7] == "исполнено, 22.04.2026"


def test_a_term_over_a_feast_whose_day_may_move_is_marked(office, sender):
    incoming(office, sender, term=TermChoice.USUAL)
    journal = office.ask(register_journal, RegisterAsked(register="incoming", period="2026"))
    moving = replace(journal.rows[0].document, due_on=date(2026, 6, 1), due_provisional=True)
    moved = replace(journal, rows=(replace(journal.rows[0], document=moving),))
    own, day = office.ask(office_row, OfficeAsked()), office.now
    assert journal_paper(moved, own, (), PaperLanguage.KY, day).rows[0].cells[6] == (
        "01.06.2026 (болжолдуу)"
    )


def test_an_annulled_letter_stays_struck_with_reason_day_and_name(office, sender):
    came = incoming(office, sender)
    office.perform(annul_document, AnnulDocument(document_id=came.id, reason="эки жолу катталган"))
    told = "эки жолу катталган, 22.04.2026, Б. Кайыңова"
    assert rows(office)[0].struck == f"Жокко чыгарылды: {told}"
    assert rows(office, language=PaperLanguage.RU)[0].struck == f"Аннулировано: {told}"


def test_the_whole_journal_has_title_page_rows_and_closing_sheet(office, sender):
    incoming(office, sender)
    asked = JournalAsked(register="incoming", period="2026")
    title, page, closing = texts(journal_pdf_bytes(office, asked))
    assert "Кирүүчү документтерди каттоо журналы" in title
    assert "Журнал регистрации входящих документов" in title
    assert "2026-жыл" in title
    assert "2026-жылдын 22-апрели" in title
    assert SUMMARY in page
    assert "3 (үч) барак тигилди жана номерленди" in closing
    assert "пронумеровано 3 (три) листа" in closing
    assert closing.index("Жооптуу катчы") < closing.index("Айыл өкмөтүнүн башчысы")
    assert "Б. Кайыңова" in closing
    assert "Т. Арчалиев" in closing


def test_a_journal_in_russian_has_no_kyrgyz_captions(office, sender):
    incoming(office, sender)
    asked = JournalAsked(register="incoming", period="2026", language=PaperLanguage.RU)
    title, page, closing = texts(journal_pdf_bytes(office, asked))
    assert "Айыл окмоту Ак-Башат" in title
    assert "22 апреля 2026 года" in title
    assert "От кого (корреспондент)" in page
    assert "Кимден келди" not in page
    assert "Ответственный секретарь" in closing


def test_a_journal_of_a_past_year_is_ended_on_its_last_day(office, watch, sender):
    incoming(office, sender)
    asked = JournalAsked(register="incoming", period="2026")
    assert gather_journal(office, asked)[1].ended == ""
    watch.set(11, 1, 2027)
    assert gather_journal(office, asked)[1].ended == "2026-жылдын 22-апрели"


def test_printing_goes_on_below_the_last_printed_row(office, sender):
    for number in range(1, 201):
        incoming(office, sender, summary=f"{SUMMARY} {number}")
    asked = JournalAsked(register="incoming", period="2026", extent=Extent.RUNNING)
    first = print_journal(*gather_journal(office, asked), Extent.RUNNING)
    printed = RecordPrint(
        register="incoming", period="2026", last_number=first.last_number,
        page=first.page, y_mm=first.y_mm,
    )  # fmt: skip
    office.perform(record_print, printed)
    wrong = incoming(office, sender, summary="эки жолу келди")
    for number in range(202, 261):
        incoming(office, sender, summary=f"{SUMMARY} {number}")
    office.perform(annul_document, AnnulDocument(document_id=wrong.id, reason="эки жолу"))
    more = print_journal(*gather_journal(office, asked), Extent.NEW_ROWS)
    sheets = " ".join(texts(more.pdf))
    numbers = [int(found) for found in re.findall(r"(\d+), 22\.04\.2026", sheets)]
    assert numbers == list(range(201, 261))
    assert "Жокко чыгарылды / Аннулировано: эки жолу" in sheets
    assert more.fed_again == first.page
    assert more.last_number == 260


def test_nothing_new_to_print_is_said(office, sender):
    incoming(office, sender)
    asked = JournalAsked(register="incoming", period="2026")
    first = print_journal(*gather_journal(office, asked), Extent.RUNNING)
    printed = RecordPrint(
        register="incoming", period="2026", last_number=1, page=first.page, y_mm=first.y_mm
    )
    office.perform(record_print, printed)
    with pytest.raises(RuleBroken) as refused:
        print_journal(*gather_journal(office, asked), Extent.NEW_ROWS)
    assert refused.value.code == "nothing_new_to_print"


def test_the_spreadsheet_holds_the_same_rows(office, sender):
    incoming(office, sender, sheets=2)
    asked = JournalAsked(register="incoming", period="2026")
    content = journal_xlsx_bytes(office, asked)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    assert sheet[-1][:5] == ["1, 22.04.2026", ADMINISTRATION, "–", SUMMARY, 2]


def test_the_same_journal_gives_the_same_bytes(office, sender):
    incoming(office, sender)
    asked = JournalAsked(register="incoming", period="2026")
    assert journal_pdf_bytes(office, asked) == journal_pdf_bytes(office, asked)
    assert journal_xlsx_bytes(office, asked) == journal_xlsx_bytes(office, asked)
