from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from window_desk import Desk

from msu_desktop.gui.preview import PreviewDialog, to_image
from msu_desktop.gui.workbench import Paper
from msu_desktop.paper.preview import page_count, render_page

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Return a paper of three pages, the last of which lies on its side."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4)
    for number in (1, 2, 3):
        canvas.setPageSize(A4 if number < 3 else landscape(A4))
        canvas.rect(50, 50, 100, 100 * number, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot, pdf: bytes) -> PreviewDialog:
    paper = Paper("Журнал", pdf, "journal.pdf", lambda: b"rows")
    dialog = PreviewDialog(desk.bench, paper)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def test_the_paper_is_shown_page_by_page(preview: PreviewDialog, qtbot: QtBot) -> None:
    view = preview.view
    assert view.is_drawn
    assert preview._place.text() == "Page 1 of 3"
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert preview._place.text() == "Page 3 of 3"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page == 0
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_a_page_can_be_made_larger_and_fitted_again(preview: PreviewDialog) -> None:
    view = preview.view
    fitted = view._sheet.width()
    view.zoom_in()
    assert view._sheet.width() > fitted
    view.zoom_out()
    view.zoom_out()
    assert view._sheet.width() < fitted
    view.fit_width()
    assert view._sheet.width() == fitted


def test_what_is_saved_is_byte_for_byte_what_is_shown(
    preview: PreviewDialog, desk: Desk, tmp_path: Path, pdf: bytes
) -> None:
    preview.write(tmp_path / "журнал.pdf", lambda: pdf)
    assert (tmp_path / "журнал.pdf").read_bytes() == pdf
    assert desk.messages.told == ["Saved: журнал.pdf"]
    assert desk.settings.get("window/papers") == str(tmp_path)


def test_a_paper_that_cannot_be_saved_says_why(
    preview: PreviewDialog, tmp_path: Path, pdf: bytes
) -> None:
    failures: list[Exception] = []
    preview._bench.tasks.failed.connect(failures.append)
    preview.write(tmp_path / "no folder" / "x.pdf", lambda: pdf)
    assert failures[0].code == "file_not_written"


def test_the_pages_that_are_shown_are_printed(
    preview: PreviewDialog, desk: Desk, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    preview.print_on(printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert page_count(printed) == 3
    upright, lying = (render_page(printed, index, 0.2) for index in (0, 2))
    assert upright.height > upright.width
    assert lying.width > lying.height
    assert desk.messages.told == ["Sent to the printer: Журнал"]


def test_a_range_of_pages_is_printed(preview: PreviewDialog, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFromTo(2, 2)
    preview.print_on(printer)
    assert page_count((tmp_path / "printed.pdf").read_bytes()) == 1


def test_the_picture_of_a_page_has_the_paper_and_the_ink(pdf: bytes) -> None:
    image = to_image(render_page(pdf, 0, 1.0))
    assert (image.width(), image.height()) == (596, 842)
    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert image.pixelColor(100, 842 - 100).name() == "#000000"


def test_the_spreadsheet_is_saved_from_the_same_place(
    preview: PreviewDialog, desk: Desk, tmp_path: Path
) -> None:
    assert preview._paper.xlsx is not None
    preview.write(tmp_path / "журнал.xlsx", preview._paper.xlsx)
    assert (tmp_path / "журнал.xlsx").read_bytes() == b"rows"
    assert desk.messages.told == ["Saved: журнал.xlsx"]
