from sample_journal import journal

from msu_desktop.paper.pdf import journal_pdf
from msu_desktop.paper.preview import page_count, render_page


def test_a_page_becomes_a_picture_of_its_size_with_ink_on_it():
    printed = journal_pdf(journal(5))
    assert page_count(printed.pdf) == printed.pages
    picture = render_page(printed.pdf, 1, scale=1)
    assert (picture.width, picture.height) == (842, 596)
    assert len(picture.dots) == picture.width * picture.height * 4
    assert picture.dots[:3] == b"\xff\xff\xff"
    assert min(picture.dots[0::4]) < 100


def test_a_larger_scale_gives_a_larger_picture():
    pdf = journal_pdf(journal(1)).pdf
    assert render_page(pdf, 0, scale=2).width == 1684
