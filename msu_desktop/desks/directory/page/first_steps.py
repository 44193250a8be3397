"""The first steps: a new office answers a few questions and begins to work."""

from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from msu_desktop.desks.directory.page.doors import Appearance, Numbering
from msu_desktop.desks.directory.page.first_steps_people import NumbersStep, PeopleStep
from msu_desktop.desks.directory.page.first_steps_place import LanguageStep, NamesStep, PlaceStep
from msu_desktop.desks.directory.page.first_steps_rail import StepsRail
from msu_desktop.desks.directory.page.first_steps_step import DRAFT, Step
from msu_desktop.desks.directory.page.first_steps_summary import SummaryStep
from msu_desktop.desks.directory.page.setting_up import fresh_registers, set_up
from msu_desktop.gui import theme
from msu_desktop.gui.help import HelpPanel
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.parts import make_ground, make_label
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _
from msu_desktop.office.errors import RuleBroken

PLACE_DRAFT = DRAFT.format(key="at")
WIDTH, HEIGHT = 1040, 660
HELP_WIDTH = 320
HELP = "first_steps"


class FirstSteps(QDialog):
    """Lead through the questions, back and forth; everything typed is kept, also over a power cut.

    ``exec()`` returns True when the office is set up.
    """

    def __init__(self, bench: Workbench, numbering: Numbering, appearance: Appearance) -> None:
        super().__init__()
        self._bench, self._numbering, self._appearance = bench, numbering, appearance
        self.setObjectName("firstSteps")
        self.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.WindowCloseButtonHint
            | Qt.WindowType.WindowMinMaxButtonsHint
        )
        wanted = QSize(round(WIDTH * theme.scale()), round(HEIGHT * theme.scale()))
        room = self.screen().availableGeometry()
        self.resize(wanted.boundedTo(room.size()))
        self.move(room.center() - self.rect().center())
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._ground = QWidget()
        self._room.addWidget(self._ground)
        context = Qt.ShortcutContext.WindowShortcut
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back, context=context)
        QShortcut(QKeySequence("Alt+Right"), self, self.go_on, context=context)
        QShortcut(QKeySequence("F1"), self, self.toggle_help, context=context)
        self._build()
        reached = self._bench.drafts.read(PLACE_DRAFT) or {}
        self._go_to(min(int(reached.get("step", 0)), len(self.steps) - 1))

    @property
    def step(self) -> Step:
        """Return the question that is asked now."""
        return self.steps[self._stack.currentIndex()]

    def _build(self) -> None:
        """Draw everything anew in the language of the window."""
        self.setWindowTitle(_("First steps"))
        self._make_steps()
        ground = QWidget()
        self._rail = StepsRail([_(step.title) for step in self.steps])
        self._rail.chosen.connect(self._on_rail)
        sides = QHBoxLayout(ground)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self._rail)
        sides.addLayout(self._right_side(), 1)
        self._help = HelpPanel()
        self._help.setFixedWidth(round(HELP_WIDTH * theme.scale()))
        self._help.closed.connect(self._help.hide)
        self._help.hide()
        sides.addWidget(self._help)
        for button in ground.findChildren(QPushButton):
            button.setAutoDefault(False)  # or Enter in a list would press the first one
        self._room.replaceWidget(self._ground, ground)
        self._ground.deleteLater()
        self._ground = ground

    def _today(self) -> date:
        return self._bench.workplace.now.date()

    def _make_steps(self) -> None:
        drafts = self._bench.drafts
        self.language = LanguageStep()
        self.place, self.names = PlaceStep(drafts), NamesStep(drafts)
        self.people = PeopleStep(drafts)
        self.numbers = NumbersStep(drafts, fresh_registers(), self._today)
        self.summary = SummaryStep(self.numbers)
        self.steps: list[Step] = [
            self.language, self.place, self.names, self.people, self.numbers, self.summary
        ]  # fmt: skip
        for restored in (self.place, self.names, self.people, self.numbers):
            restored.restore()
        for step in self.steps:
            if step.form is not None:
                step.form.save_requested.connect(self.go_on)
        self.language.chosen.connect(self._on_language)

    def _right_side(self) -> QVBoxLayout:
        self._header = Header("")
        self._explanation = make_label("", "dialogText", wraps=True)
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(_scrolling(step))
        self._back = make_button(_("Back"), "back", self.go_back)
        self._next = make_button(_("Continue"), "forward", self.go_on, primary=True)
        self._next.setObjectName("continue")
        bar = make_ground("formButtons")
        buttons = QHBoxLayout(bar)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(make_button(_("Help (F1)"), "help", self.toggle_help))
        buttons.addWidget(self._next)
        words = QHBoxLayout()
        pad = theme.measure("gap_5")
        self._header.setContentsMargins(pad - theme.measure("gap_3"), 0, 0, 0)
        words.setContentsMargins(pad, theme.measure("gap_4"), pad, 0)
        words.addWidget(self._explanation)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self._header)
        side.addLayout(words)
        side.addWidget(self._stack, 1)
        side.addWidget(bar)
        return side

    def answers(self) -> dict[str, Any]:
        """Return everything that was answered so far."""
        return {name: value for step in self.steps for name, value in step.answers().items()}

    @Slot()
    def go_on(self) -> None:
        """Go to the next question when this one is answered; begin after the last one."""
        if not self.step.may_go_on():
            return
        at = self._stack.currentIndex()
        if at + 1 < len(self.steps):
            self._go_to(at + 1)
        else:
            self._begin()

    @Slot()
    def go_back(self) -> None:
        """Go to the question before; what is typed here stays."""
        self._go_to(max(self._stack.currentIndex() - 1, 0))

    @Slot()
    def toggle_help(self) -> None:
        """Show the help beside the question, or put it away."""
        self._help.setVisible(self._help.isHidden())
        self._help.show_topic(HELP)

    def reject(self) -> None:
        """Keep what is typed for the next time; Esc alone does not end the first steps."""
        self._keep()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is typed and end; the next start asks again from here."""
        self._keep()
        self.setResult(int(QDialog.DialogCode.Rejected))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button it is on, and otherwise go to the next field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(here := self.focusWidget(), QPushButton):
            here.click()
        else:
            self.focusNextChild()

    def _keep(self) -> None:
        for step in self.steps:
            if step.form is not None:
                step.form.keep_draft()

    def _go_to(self, at: int) -> None:
        self._keep()
        for earlier in self.steps[: at + 1]:
            earlier.enter(self.answers())
        step = self.steps[at]
        self._header.set_title(_(step.title))
        count = _("Step {step} of {steps}").format(step=at + 1, steps=len(self.steps))
        self._header.set_subtitle(count)
        self._explanation.setText(_(step.explanation))
        self._rail.show_step(at)
        self._stack.setCurrentIndex(at)
        self._back.setEnabled(at > 0)
        is_last = at + 1 == len(self.steps)
        self._next.setText(_("Begin") if is_last else _("Continue"))
        self._bench.drafts.write(PLACE_DRAFT, {"step": at})
        step.start()
        if is_last:
            self._next.setFocus()

    @Slot(int)
    def _on_rail(self, at: int) -> None:
        """Go back at once; forward only past questions that are answered."""
        here = self._stack.currentIndex()
        for between in range(here, at):
            if not self.steps[between].may_go_on():
                self._go_to(between)
                return
        self._go_to(at)

    @Slot(str)
    def _on_language(self, code: str) -> None:
        self._keep()
        self._appearance.set_language(code)
        self._build()
        self._go_to(1)

    def _begin(self) -> None:
        try:
            done = set_up(self._bench, self._numbering, self.answers(), self.numbers.numbers())
        except RuleBroken as broken:
            self._show_broken(broken)
            return
        if not done:
            return
        for step in self.steps:
            if step.form is not None:
                step.form.forget_draft()
        self._bench.drafts.erase(PLACE_DRAFT)
        self.accept()

    def _show_broken(self, broken: RuleBroken) -> None:
        """Go to the question whose answer breaks a rule, and say there which one."""
        fields = {problem.field for problem in broken.problems}
        for at, step in enumerate(self.steps):
            if fields & step.answers().keys() and step.form is not None:
                self._go_to(at)
                step.form.show_problems(broken.problems)
                return
        self._bench.messages.trouble(broken)


def _scrolling(step: Step) -> QScrollArea:
    pad = theme.measure("gap_5")
    sheet = make_ground("formSheet")
    room = QVBoxLayout(sheet)
    room.setContentsMargins(pad, theme.measure("gap_4"), pad, pad)
    room.addWidget(step)
    room.addStretch(1)
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(sheet)
    return scroll
