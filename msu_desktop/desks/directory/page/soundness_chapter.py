"""The chapter of soundness: look everything through; say that the clock is right."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from msu_desktop.desks.directory.acts.office import ConfirmClock, confirm_clock
from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.gui.tasks import IsCancelled, Progress
from msu_desktop.gui.widgets.card import Badge, Block, Card, CardContent, Pair
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language, ngettext, say
from msu_desktop.language.dates import long_date, short_time, weekday
from msu_desktop.office.errors import N_, Cancelled, RuleBroken
from msu_desktop.store.check import CheckReport
from msu_desktop.store.findings import Finding, Severity

WORDS = {
    Severity.DAMAGE: N_("Damage"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}
MOST = 100


class SoundnessChapter(Chapter):
    """Show that all data are sound, or in plain words what is not."""

    key = "soundness"
    title = N_("Soundness and clock")
    icon = "check"

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        header = Header(
            _("Soundness and clock"), _("Looks at the data, the journal, the files and the copies")
        )
        header.add_button(_("The clock is right…"), "clock", self.confirm_the_clock)
        header.add_button(_("Look everything through"), "check", self.look_through, primary=True)
        self.card = Card()
        self.fill_with(header, self.card)

    def refresh(self) -> None:
        """Show the clock, until something was looked through."""
        if self.card.content is None:
            hint = _("Press «Look everything through» once a month, and when the power has failed.")
            self.card.show_content(
                CardContent(_("Not looked through yet"), hint, (), [self._clock()])
            )

    @Slot()
    def look_through(self) -> None:
        """Check everything in the background; the window can be used meanwhile."""

        def work(progress: Progress, is_cancelled: IsCancelled) -> CheckReport:
            def tell(_step: str, done: int, of: int) -> None:
                if is_cancelled():
                    raise Cancelled
                progress(done, of)

            return self.doors.look_through(tell)

        self.bench.tasks.run(work, self._show, title=_("Looking everything through"))

    @Slot()
    def confirm_the_clock(self) -> None:
        """Go on working after the clock went back, when the user says that it is right now."""
        now = self.bench.workplace.now
        day = f"{long_date(now.date(), language())}, {weekday(now.date(), language())}"
        question = _("The clock of this computer shows {day}, {time}. Is that right?")
        asked = question.format(day=day, time=short_time(now.time()))
        if not self.bench.messages.confirm(asked, _("Yes, it is right")):
            return
        try:
            done = self.bench.perform(confirm_clock, ConfirmClock())
        except RuleBroken as broken:
            self.bench.messages.trouble(broken)
            return
        if done is not None:
            self.bench.messages.tell(_("The clock is taken as right. You can go on working."))

    def _show(self, report: CheckReport) -> None:
        title = (
            _("Everything is sound") if report.is_sound else _("Something is not as it should be")
        )
        tone = "success" if report.is_sound else "danger"
        state = _("sound") if report.is_sound else ngettext(
            "{n} finding", "{n} findings", len(report.findings)
        )  # fmt: skip
        counted = [
            Pair(_("Acts in the journal"), str(report.acts)),
            Pair(_("Attached files"), str(report.attached_files)),
            Pair(_("Backup copies"), str(report.backups)),
        ]
        blocks = [Block(_("Looked through"), counted), *_findings(report.findings), self._clock()]
        advice = "" if report.is_sound else _(
            "Make a backup copy to a stick, then call for help; show this list."
        )  # fmt: skip
        self.card.show_content(CardContent(title, advice, [Badge(state, tone)], blocks))

    def _clock(self) -> Block:
        now = self.bench.workplace.now
        shown = f"{long_date(now.date(), language())}, {short_time(now.time())}"
        return Block(_("Clock"), [Pair(_("This computer shows"), shown)])


def _findings(findings: Sequence[Finding]) -> list[Block]:
    if not findings:
        return []
    pairs = [Pair(_(WORDS[one.severity]), say(one.problem)) for one in findings[:MOST]]
    return [Block(_("What was found"), pairs)]
