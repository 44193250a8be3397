"""A form as a whole page: its title, the fields that scroll, the buttons beneath."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.messages import Messages
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.fields.field import Field
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.parts import make_ground
from msu_desktop.language.catalogue import _

WIDEST = 860


def is_given_up(form: Form, messages: Messages) -> bool:
    """Ask before what was typed is lost; forget its draft when it may be."""
    question = _("What was typed is not saved yet. Give it up?")
    if form.has_unsaved() and not messages.confirm(question, _("Give it up"), danger=True):
        return False
    form.forget_draft()
    return True


class FormPane(QWidget):
    """Frame a form; saving and giving up stay in sight however small the screen."""

    def __init__(
        self,
        title: str,
        form: Form,
        *,
        save_text: str,
        also: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        super().__init__()
        self.form = form
        self.header = Header(title)
        self.save_button = make_button(save_text, "save", form.save_requested.emit, primary=True)
        shown = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self.save_button.setToolTip(f"{save_text} ({shown})")
        self.cancel_button = make_button(_("Cancel"), "", form.cancelled.emit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        self._scroll = self._make_scroll()
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._buttons([make_button(text, "", slot) for text, slot in also]))

        form.installEventFilter(self)
        form.reached.connect(self._on_reached)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the field in sight when others appear above it or go."""
        if event.type() == QEvent.Type.Resize and (here := self.form.focused_field()):
            self._on_reached(here)
        return super().eventFilter(watched, event)

    @Slot(object)
    def _on_reached(self, field: Field) -> None:
        """Bring the field that has the keyboard into sight, whole: Qt does so only for Tab."""
        self._scroll.ensureWidgetVisible(field, 0, theme.measure("gap_4"))

    def _make_scroll(self) -> QScrollArea:
        pad = theme.measure("gap_4")
        sheet = make_ground("formSheet")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(pad, pad, pad, pad)
        self.form.setMaximumWidth(round(WIDEST * theme.scale()))
        row.addWidget(self.form, 4)
        row.addStretch(0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        return scroll

    def _buttons(self, others: Sequence[QPushButton]) -> QWidget:
        bar = make_ground("formButtons")
        row = QHBoxLayout(bar)
        side, gap = theme.measure("gap_4"), theme.measure("gap_2")
        row.setContentsMargins(side, gap, side, gap)
        row.setSpacing(gap)
        row.addWidget(self.save_button)
        for other in others:
            row.addWidget(other)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        return bar
