"""The sheet of a card: head, blocks of pairs, files, history, drawn from plain rows."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from msu_desktop.gui import theme
from msu_desktop.gui.widgets.badge import BadgeLabel
from msu_desktop.gui.widgets.card_content import (
    Block,
    CardContent,
    FileLine,
    HistoryLine,
    Pair,
)
from msu_desktop.gui.widgets.flow import FlowLayout
from msu_desktop.gui.widgets.parts import make_label
from msu_desktop.language.catalogue import _

EMPTY = "—"
MOST_HISTORY = 50


class CardSheet(QWidget):
    """Lay the parts of a record out from top to bottom."""

    link_clicked = Signal(str)
    """A linked record was clicked: “table/id”."""
    file_clicked = Signal(str)
    """A file was clicked: its id."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardSheet")
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(theme.measure("gap_2"))
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        pad = theme.measure("gap_4")
        self._layout.setContentsMargins(pad, pad, pad, theme.measure("gap_5"))

    def add_head(self, content: CardContent) -> None:
        """Name the record and its state."""
        self._add_text(content.title, "cardTitle")
        if content.subtitle:
            self._add_text(content.subtitle, "cardSubtitle")
        if content.badges:
            row = QWidget()
            flow = FlowLayout(row, margin="")
            for badge in content.badges:
                flow.addWidget(BadgeLabel(badge.text, badge.tone))
            self._layout.addWidget(row)

    def add_block(self, block: Block) -> None:
        """Show pairs under their title; empty values are a dash."""
        if block.title:
            self._add_text(block.title, "cardBlock")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.measure("gap_3"))
        grid.setVerticalSpacing(theme.measure("gap_2"))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, pair in enumerate(block.pairs):
            label = make_label(pair.label, "pairLabel", wraps=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._value(pair), row, 1, Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(grid)

    def add_files(self, files: Sequence[FileLine]) -> None:
        """List the attached files; each opens."""
        if files:
            self._add_text(_("Files"), "cardBlock")
        for file in files:
            link = _link(file.id, file.name)
            label = self._add_text(f"{link} <span>{escape(file.detail)}</span>", "pairValue")
            self._make_live(label)
            label.linkActivated.connect(self.file_clicked)

    def add_history(self, lines: Sequence[HistoryLine]) -> None:
        """List what happened to the record, newest first."""
        if lines:
            self._add_text(_("History"), "cardBlock")
        for line in lines[:MOST_HISTORY]:
            self._add_text(line.what, "historyWhat")
            self._add_text(" · ".join(filter(None, (line.when, line.who))), "historyWhen")
            for name, before, after in line.changes:
                text = f"{name}: {before or EMPTY} → {after or EMPTY}"
                self._add_text(text, "historyChange")

    def add_empty(self, text: str) -> None:
        """Say in the middle that there is nothing to show."""
        self._layout.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._add_text(text, "emptyText").setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _value(self, pair: Pair) -> QLabel:
        label = make_label("", "pairValue", wraps=True)
        if pair.link is None or not pair.value:
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setText(pair.value or EMPTY)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        else:
            table, record_id = pair.link
            label.setText(_link(f"{table}/{record_id}", pair.value))
            self._make_live(label)
            label.linkActivated.connect(self.link_clicked)
        label.setAccessibleName(f"{pair.label}: {pair.value}")
        return label

    def _make_live(self, label: QLabel) -> None:
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _add_text(self, text: str, kind: str) -> QLabel:
        label = make_label(text, kind, wraps=True)
        if kind != "pairValue":
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._layout.addWidget(label)
        return label


def _link(target: str, text: str) -> str:
    colour = theme.colours().accent
    return f'<a href="{escape(target)}" style="color:{colour}">{escape(text)}</a>'
