"""What of a journal is printed: whole, its new rows, or its closing sheet; in which language."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msu_desktop.desks.correspondence.acts.numbering import RecordPrint, record_print
from msu_desktop.desks.correspondence.papers.forms import PaperLanguage
from msu_desktop.desks.correspondence.papers.printing import (
    Extent,
    JournalAsked,
    PrintedJournal,
    gather_journal,
    journal_xlsx_bytes,
    print_journal,
)
from msu_desktop.desks.correspondence.queries.registers import (
    PrintState,
    RegisterAsked,
    gaps,
    print_state,
)
from msu_desktop.gui.icons import icon
from msu_desktop.gui.tasks import IsCancelled, Progress
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.form import Form
from msu_desktop.gui.widgets.form_pane import FormPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, ngettext

LANGUAGE_KEY = "letters/paper_language"


class PrintForm(QWidget):
    """Choose what is printed, see it, and note how far the journal stands on paper."""

    left = Signal()
    """The user goes back to the list."""

    def __init__(self, bench: Workbench, register: str, title: str, periods: list[str]) -> None:
        super().__init__()
        self._bench, self._register, self._title = bench, register, title
        self._extent = ChoiceField("extent", _("What to print"), [])
        languages = [(one.value, _(one.label)) for one in PaperLanguage]
        self.form = Form(
            [
                [
                    ChoiceField("period", _("Year"), [(one, one) for one in periods]),
                    ChoiceField("language", _("Language of the paper"), languages),
                ],
                [self._extent],
            ]
        )
        self._pane = FormPane(
            _("Print: {title}").format(title=title), self.form, save_text=_("Show the pages")
        )
        self._pane.save_button.setIcon(icon("print", "on_accent"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pane)
        kept = bench.settings.get(LANGUAGE_KEY) or PaperLanguage.BOTH.value
        self.form.fill({"language": kept})
        self.form.field("period").edited.connect(self._on_period)
        self.form.save_requested.connect(self._on_show)
        self.form.cancelled.connect(self.left)
        self._on_period()

    def start(self, period: str | None) -> None:
        """Choose the year that the list shows, and put the cursor on what to print."""
        if period is not None:
            self.form.fill({"period": period})
            self._on_period()
        self._extent.editor.setFocus()

    @Slot()
    def _on_period(self) -> None:
        asked = RegisterAsked(register=self._register, period=str(self.form.values()["period"]))
        state = self._bench.ask(print_state, asked)
        self._extent.set_choices(_extents(state))
        self._extent.set_value(Extent.NEW_ROWS.value if 0 < state.printed < state.last else None)
        self._extent.show_note(_standing(state))
        self._pane.header.set_subtitle(self._gaps(asked))

    def _gaps(self, asked: RegisterAsked) -> str:
        """Say the figures of form F37: the last number, what is annulled, what is skipped."""
        report = self._bench.ask(gaps, asked)
        said = _("Last № {last}; annulled: {annulled}; skipped: {skipped}")
        return said.format(
            last=report.last, annulled=len(report.annulled), skipped=report.skipped_count
        )

    @Slot()
    def _on_show(self) -> None:
        values = self.form.values()
        self._bench.settings.put(LANGUAGE_KEY, values["language"])
        asked = JournalAsked(
            register=self._register,
            period=values["period"],
            extent=Extent(values["extent"]),
            language=PaperLanguage(values["language"]),
        )
        workplace = self._bench.workplace

        def work(_progress: Progress, _cancelled: IsCancelled) -> PrintedJournal:
            return print_journal(*gather_journal(workplace, asked), asked.extent)

        title = _("Preparing “{title}”…").format(title=self._title)
        self._bench.tasks.run(work, partial(self._on_made, asked), title=title)

    def _on_made(self, asked: JournalAsked, made: PrintedJournal) -> None:
        title = f"{self._title} {asked.period}"
        if made.fed_again is not None:
            feed = _("put sheet {sheet} back into the printer first")
            title = f"{title} · {feed.format(sheet=made.fed_again)}"
        self._bench.show_paper(
            title,
            lambda: made.pdf,
            f"{self._title} {asked.period}.pdf",
            partial(journal_xlsx_bytes, self._bench.workplace, asked),
            partial(self._ask_whether_printed, asked, made),
        )

    def _ask_whether_printed(self, asked: JournalAsked, made: PrintedJournal) -> None:
        """Note the print when the clerk has the sheets in hand; the next one goes on below."""
        if made.last_number == 0 or asked.extent is Extent.CLOSING:
            return
        question = _(
            "Are the sheets printed, down to № {number}? Then the next print goes on below."
        )
        if self._bench.messages.confirm(
            question.format(number=made.last_number), _("Yes, printed")
        ):
            printed = RecordPrint(
                register=asked.register,
                period=asked.period,
                last_number=made.last_number,
                page=made.page,
                y_mm=made.y_mm,
            )
            self._bench.perform(record_print, printed)
        self.left.emit()


def _extents(state: PrintState) -> list[tuple[str, str]]:
    """Return what can be printed now, with the numbers."""
    span = f"№ {state.first}–{state.last}" if state.last else ""
    choices = [
        (Extent.RUNNING, _("Title page and all rows {span}").format(span=span)),
        (Extent.WHOLE, _("The whole journal with its closing sheet {span}").format(span=span)),
        (Extent.CLOSING, _("The closing sheet alone")),
    ]
    if 0 < state.printed < state.last:
        new = f"№ {state.printed + 1}–{state.last}"
        said = _("Only the new rows {span}, below the last printed one").format(span=new)
        choices.insert(0, (Extent.NEW_ROWS, said))
    return [(one.value, words.strip()) for one, words in choices]


def _standing(state: PrintState) -> str:
    """Say how far the journal stands on paper."""
    if not state.printed:
        return _("Nothing of this year is on paper yet.")
    said = _("On paper down to № {number}, sheet {sheet}.").format(
        number=state.printed, sheet=state.page
    )
    new = state.last - state.printed
    if new <= 0:
        return said
    more = ngettext("{n} new row.", "{n} new rows.", new)
    return f"{said} {more}"
