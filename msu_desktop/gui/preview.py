"""A paper before it is saved or printed: exactly the bytes that will be."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QSizeF, QStandardPaths, Qt, Slot
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QPixmap,
    QShortcut,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from msu_desktop.gui import theme
from msu_desktop.gui.messages import FILE_NOT_WRITTEN
from msu_desktop.gui.paper_view import PaperView
from msu_desktop.gui.tasks import IsCancelled, Progress
from msu_desktop.gui.widgets.buttons import make_button, make_tool_button
from msu_desktop.gui.widgets.parts import make_ground, make_label
from msu_desktop.gui.workbench import Paper, Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import sentence, trouble
from msu_desktop.paper.preview import PagePicture, page_count, render_page

POINTS_PER_INCH = 72
MOST_DPI = 300
PRINTER_FAILED = sentence(
    "printer_failed",
    "The printer did not take the paper: see that it is on and connected, then print again.",
)


def to_image(picture: PagePicture) -> QImage:
    """Return the dots of a page as Qt draws them; the bytes are copied."""
    image = QImage(
        picture.dots, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32
    )
    return image.copy()


class PreviewDialog(QDialog):
    """Show a paper page by page; save and print the very same bytes."""

    def __init__(self, bench: Workbench, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._paper = bench, paper
        self.setWindowTitle(paper.title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._count = page_count(paper.pdf)
        self.view = PaperView(self._count, self._wants_page)
        self._place = make_label("", "pagePlace")
        self._build()
        self._connect()
        self.view.show_page(0)

    def _build(self) -> None:
        bar = make_ground("topBar")
        row = QHBoxLayout(bar)
        row.setSpacing(theme.measure("gap_2"))
        for picture, name, slot in (
            ("chevron-left", _("Page before"), self.view.back),
            ("chevron-right", _("Next page"), self.view.forward),
        ):
            row.addWidget(make_tool_button(picture, name, slot))
        row.addWidget(self._place)
        row.addStretch(1)
        for picture, name, slot in (
            ("zoom-out", _("Smaller"), self.view.zoom_out),
            ("zoom-in", _("Larger"), self.view.zoom_in),
            ("fit-width", _("As wide as the window"), self.view.fit_width),
        ):
            row.addWidget(make_tool_button(picture, name, slot))
        row.addStretch(1)
        as_sheet = make_button(_("Save XLSX…"), "table", self.save_xlsx)
        as_sheet.setVisible(self._paper.xlsx is not None)
        as_pdf = make_button(_("Save PDF…"), "save", self.save_pdf)
        on_paper = make_button(_("Print…"), "print", self.print_paper, primary=True)
        for button, keys in ((as_sheet, "Ctrl+E"), (as_pdf, "Ctrl+S"), (on_paper, "Ctrl+P")):
            button.setToolTip(f"{button.text()} ({keys})")
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.view, 1)
        parent = self.parentWidget()
        room = parent.size() if parent is not None else QSize(1100, 800)
        self.resize(room * 0.92)
        self.view.setFocus()

    def _connect(self) -> None:
        self.view.page_shown.connect(self._on_page_shown)
        for keys, slot in (
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", self.view.fit_width),
            ("Ctrl+E", self.save_xlsx),
            ("Ctrl+S", self.save_pdf),
            ("Ctrl+P", self.print_paper),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _wants_page(self, index: int, scale: float, shown: Callable[[QPixmap], None]) -> None:
        """Draw a page in the background."""
        pdf = self._paper.pdf

        def work(_progress: Progress, cancelled: IsCancelled) -> QImage:
            del cancelled
            return to_image(render_page(pdf, index, scale))

        def done(image: QImage) -> None:
            if isValid(self.view):  # the paper may have been put away meanwhile
                shown(QPixmap.fromImage(image))

        self._bench.tasks.run(work, done)

    @Slot(int)
    def _on_page_shown(self, index: int) -> None:
        self._place.setText(_("Page {page} of {pages}").format(page=index + 1, pages=self._count))

    @Slot()
    def save_pdf(self) -> None:
        """Save the bytes that are shown."""
        pdf = self._paper.pdf
        self._save("pdf", lambda: pdf)

    @Slot()
    def save_xlsx(self) -> None:
        """Save the same rows as a spreadsheet."""
        if self._paper.xlsx is not None:
            self._save("xlsx", self._paper.xlsx)

    def _save(self, kind: str, make: Callable[[], bytes]) -> None:
        folder = Path(self._bench.settings.get("window/papers") or _own_papers())
        proposed = Path(self._paper.file_name or self._paper.title).with_suffix(f".{kind}")
        name, _kind = QFileDialog.getSaveFileName(
            self,
            _("Save {kind}").format(kind=kind.upper()),
            str(folder / proposed.name),
            f"*.{kind}",
        )
        if name:
            self.write(Path(name), make)

    def write(self, path: Path, make: Callable[[], bytes]) -> None:
        """Make the bytes in the background and write them into the file."""

        def work(_progress: Progress, _cancelled: IsCancelled) -> Path:
            try:
                path.write_bytes(make())
            except OSError as failure:
                raise trouble(FILE_NOT_WRITTEN, file=path.name) from failure
            return path

        self._bench.settings.put("window/papers", str(path.parent))
        self._bench.tasks.run(work, self._on_saved, title=_("Saving the paper…"))

    def _on_saved(self, path: Path) -> None:
        self._bench.messages.tell(_("Saved: {file}").format(file=path.name))

    @Slot()
    def print_paper(self) -> None:
        """Let the user choose a printer, then print the pages that are shown."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._paper.title)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._count)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print in the background; a sheet is as large as the paper's own page."""
        first = max(printer.fromPage(), 1)
        last = printer.toPage() or self._count
        work = partial(_print_pages, self._paper.pdf, printer, range(first - 1, last))
        title = _("Printing “{title}”…").format(title=self._paper.title)
        self._bench.tasks.run(work, self._on_printed, title=title)

    def _on_printed(self, pages: int) -> None:
        del pages
        self._bench.messages.tell(_("Sent to the printer: {title}").format(title=self._paper.title))


def _own_papers() -> str:
    """Return the user's folder of documents, whatever it is called in the language of the PC."""
    where = QStandardPaths.StandardLocation
    papers = QStandardPaths.writableLocation(where.DocumentsLocation)
    is_there = Path(papers).is_dir()
    return papers if is_there else QStandardPaths.writableLocation(where.HomeLocation)


def _print_pages(
    pdf: bytes, printer: QPrinter, pages: range, progress: Progress, cancelled: IsCancelled
) -> int:
    """Draw each page at the printer's own fineness, at most 300 dots to the inch."""
    dpi = min(printer.resolution(), MOST_DPI)
    printer.setFullPage(True)
    painter = QPainter()
    for done, index in enumerate(pages):
        image = to_image(render_page(pdf, index, dpi / POINTS_PER_INCH))
        _set_sheet(printer, image, dpi)
        if done == 0 and not painter.begin(printer):
            raise trouble(PRINTER_FAILED)
        if done and not printer.newPage():
            raise trouble(PRINTER_FAILED)
        if cancelled():
            printer.abort()
            break
        painter.drawImage(painter.viewport(), image)
        progress(done + 1, len(pages))
    painter.end()
    return len(pages)


def _set_sheet(printer: QPrinter, image: QImage, dpi: int) -> None:
    """Let the sheet be as large as the page, lying on its side when the page does."""
    size = QSizeF(image.width(), image.height()) * (POINTS_PER_INCH / dpi)
    lies = size.width() > size.height()
    upright = size.transposed() if lies else size
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageSize(QPageSize(upright.toSize(), "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(way)
