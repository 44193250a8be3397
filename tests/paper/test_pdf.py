import re
from dataclasses import replace
from datetime import datetime

import pypdfium2
import pytest
from sample_journal import annulled, journal, letter

from msu_desktop.office.errors import RuleBroken
from msu_desktop.paper.fonts import MM_PER_POINT
from msu_desktop.paper.pdf import NOTHING_TO_PRINT, PLACE_NOT_IN_JOURNAL, journal_pdf
from msu_desktop.paper.sheet import Caption, Part, PrintPlace

Word = tuple[str, float]


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, its lines joined."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return [" ".join(text.split()) for text in texts]


def tops(pdf: bytes, page: int) -> list[float]:
    """Return how far below the top edge each piece of text begins, in mm."""
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    text = sheet.get_textpage()
    height = sheet.get_height()
    boxes = [text.get_rect(index) for index in range(text.count_rects())]
    document.close()
    return [(height - box[3]) * MM_PER_POINT for box in boxes]


def numbers(text: str) -> list[int]:
    """Return the registered numbers whose rows stand in the text."""
    return [int(found) for found in re.findall(r"\b(\d+), \d\d\.\d\d\.2026 ", text)]


def test_every_row_is_on_paper_once_with_its_kyrgyz_letters():
    printed = journal_pdf(journal(60))
    text = " ".join(pages(printed.pdf))
    indices = re.findall(r"01-\d/(\d{3}),", text)
    assert sorted(map(int, indices)) == [300 + number for number in range(1, 61)]
    assert "Мүмкүнчүлүгү чектелген жарандардын тизмесин салыштырып тактоо" in text
    assert "Ак-Башат айылдык кеңеши" in text
    assert "Б. Кайыңова: таанышуу үчүн" in text


def test_the_title_page_tells_whose_journal_it_is():
    paper = replace(journal(1), begun="2026-жылдын 8-январы")
    title = pages(journal_pdf(paper).pdf)[0]
    for words in (
        "Ак-Башат айыл өкмөтү",
        "Кирүүчү документтерди каттоо журналы",
        "Журнал регистрации входящих документов",
        "2026-жыл",
        "Башталды / Начат",
        "2026-жылдын 8-январы",
        "Аяктады / Окончен",
    ):
        assert words in title


def test_captions_and_column_numbers_stand_on_every_page_of_rows():
    for text in pages(journal_pdf(journal(60), Part.ROWS).pdf):
        assert "Кыскача мазмуну" in text
        assert "Краткое содержание" in text
        assert "1 2 3 4 5 6 7 8 9 10" in text


def test_the_closing_sheet_has_blanks_or_the_number_of_sheets():
    paper = journal(1)
    blank = pages(journal_pdf(paper, Part.CLOSING).pdf)[0]
    assert re.search(r"Ушул журналда _+ \(_+\) барак тигилди жана номерленди", blank)
    counted = replace(paper, sheets=lambda count: Caption(f"{count} (үч)", f"{count} (три)"))
    text = pages(journal_pdf(counted, Part.CLOSING).pdf)[0]
    assert "Ушул журналда 3 (үч) барак тигилди жана номерленди" in text
    assert "прошнуровано и пронумеровано 3 (три) листов" in text
    assert "Айыл өкмөтүнүн башчысы" in text
    assert "Т. Арчалиев" in text
    assert "М.О." in text


def test_the_foot_names_form_time_page_and_check_sum():
    printed = journal_pdf(journal(20))
    texts = pages(printed.pdf)
    assert len(texts) == printed.pages
    for number, text in enumerate(texts, 1):
        assert "F01 · 14.05.2026 09:05" in text
        assert f"{number} / {printed.pages}" in text
        assert printed.check_sum in text


def test_the_check_sum_follows_the_content_and_not_the_hour():
    paper = journal(5)
    later = replace(paper, printed_at=datetime(2026, 6, 1, 17, 30))  # noqa: DTZ001 - wall clock
    changed = replace(paper, rows=(*paper.rows[:4], annulled(paper.rows[4])))
    assert journal_pdf(paper).check_sum == journal_pdf(later).check_sum
    assert journal_pdf(paper).check_sum != journal_pdf(changed).check_sum


def test_every_font_is_embedded():
    pdf = journal_pdf(journal(3)).pdf
    fonts = re.findall(rb"/BaseFont\s*/([^\s/]+)", pdf)
    assert fonts
    assert all(re.match(rb"[A-Z]{6}\+LiberationSerif", font) for font in fonts)
    assert len(re.findall(rb"/FontFile2 ", pdf)) == len(
        re.findall(rb"/Type\s*/FontDescriptor", pdf)
    )


def test_the_same_journal_gives_the_same_bytes():
    assert journal_pdf(journal(40)).pdf == journal_pdf(journal(40)).pdf


@pytest.mark.parametrize("count", [1, 5, 11, 18, 59])
def test_a_continuing_print_adds_only_the_new_rows_below_the_last_line(count: int):
    whole = journal(60)
    before = journal_pdf(replace(whole, rows=whole.rows[:count]), Part.TITLE | Part.ROWS)
    after = journal_pdf(whole, continue_from=before.ended)
    both = journal_pdf(whole, Part.TITLE | Part.ROWS)
    text = " ".join(pages(after.pdf))
    indices = sorted(map(int, re.findall(r"01-\d/(\d{3}),", text)))
    assert indices == [300 + number for number in range(count + 1, 61)]
    assert after.ended == both.ended
    assert before.ended.row == count
    if after.first_page == before.ended.page:
        assert min(tops(after.pdf, 0)) >= before.ended.y_mm
        assert "F01" not in pages(after.pdf)[0]
        assert "Кыскача мазмуну" not in pages(after.pdf)[0]
    assert pages(after.pdf)[1:] == pages(both.pdf)[after.first_page :]


def test_rows_of_a_continuing_print_stand_where_one_print_would_put_them():
    whole = journal(40)
    before = journal_pdf(replace(whole, rows=whole.rows[:17]), Part.TITLE | Part.ROWS)
    after = journal_pdf(whole, continue_from=before.ended)
    both = journal_pdf(whole)
    assert after.first_page == before.ended.page
    here = [top for top in tops(both.pdf, after.first_page - 1) if before.ended.y_mm < top < 195]
    assert tops(after.pdf, 0) == pytest.approx(here, abs=0.01)


def test_nothing_new_to_print_is_said_plainly():
    printed = journal_pdf(journal(5))
    with pytest.raises(RuleBroken) as said:
        journal_pdf(journal(5), continue_from=printed.ended)
    assert said.value.code == NOTHING_TO_PRINT.code


def test_a_place_beyond_the_journal_is_refused():
    with pytest.raises(RuleBroken) as said:
        journal_pdf(journal(5), continue_from=PrintPlace(2, 60, 9))
    assert said.value.code == PLACE_NOT_IN_JOURNAL.code
    assert said.value.facts == {"printed": 9, "rows": 5}


def test_an_empty_journal_has_a_page_with_captions_where_rows_begin_later():
    empty = journal_pdf(journal(0))
    assert empty.pages == 3
    assert "Кыскача мазмуну" in pages(empty.pdf)[1]
    after = journal_pdf(journal(2), continue_from=empty.ended)
    assert after.first_page == 2
    assert numbers(pages(after.pdf)[0] + " ")[:1] == [1]


def test_an_annulled_row_stays_with_its_note():
    rows = (letter(1), annulled(letter(2)), letter(3))
    plain, struck = (
        pages(journal_pdf(journal(rows=made), Part.ROWS).pdf)[0]
        for made in ((letter(1), letter(2), letter(3)), rows)
    )
    note = "Жокко чыгарылды: эки жолу катталган, 12.05.2026, Б. Кайыңова"
    assert note not in plain
    assert note in struck
    assert "01-3/302" in struck


def test_a_text_longer_than_a_page_is_printed_to_its_last_word():
    words = [f"сөз{number}" for number in range(2500)]
    long = replace(letter(1), cells=(*letter(1).cells[:3], " ".join(words), *letter(1).cells[4:]))
    printed = journal_pdf(journal(rows=(long, letter(2))), Part.ROWS)
    assert printed.pages > 3
    assert re.findall(r"сөз\d+", " ".join(pages(printed.pdf))) == words


def test_one_language_leaves_no_gap_for_the_second():
    paper = journal(1)
    columns = tuple(replace(column, subtitle="") for column in paper.columns)
    both = journal_pdf(paper, Part.ROWS)
    one = journal_pdf(replace(paper, columns=columns), Part.ROWS)
    assert "Краткое содержание" not in pages(one.pdf)[0]
    assert one.ended.y_mm < both.ended.y_mm


def test_signs_that_cannot_be_printed_are_left_out():
    cells = ("1\x00\x07", "Көк\u2011Арча \ud800", *letter(1).cells[2:])
    text = pages(journal_pdf(journal(rows=(replace(letter(1), cells=cells),)), Part.ROWS).pdf)[0]
    assert "Көк-Арча" in text


def test_a_row_with_a_cell_too_few_is_refused():
    with pytest.raises(ValueError, match="one cell"):
        journal(rows=(replace(letter(1), cells=("1",)),))
