"""Rules of registered papers: what may be entered, how papers are linked, in what state they are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msu_desktop.office.errors import N_, Problem, broken, sentence
from msu_desktop.office.problems import Problems

SUMMARY_LIMIT = 1000
RESOLUTION_LIMIT = 1000
NOTE_LIMIT = 1000
REASON_LIMIT = 500
REFERENCE_LIMIT = 60
MOST_SHEETS = 9999
MOST_PAPERS = 999_999
EARLIEST = date(1991, 8, 31)
"""No paper of the independent republic is older: an earlier date is a slip of the keyboard."""

IN_FUTURE = sentence(
    "date_in_future", "The date {day} is still to come; today is {today}. Correct the date."
)
TOO_LONG_AGO = sentence("date_too_long_ago", "The date {day} is too long ago: correct the year.")
BEFORE_LAST = sentence(
    "date_before_last",
    "The journal already holds № {number} of {last}: a later number cannot have an earlier date. "
    "Enter {last} or a later date.",
)
SENT_AFTER_RECEIVED = sentence(
    "sent_after_received",
    "The paper is dated {sent}, but came in on {received}: correct one of them.",
)
RECEIVED_AFTER_REGISTERED = sentence(
    "received_after_registered",
    "The paper came in on {received}, but is registered on {registered}: correct one of them.",
)
DUE_BEFORE_REGISTERED = sentence(
    "due_before_registered",
    "The term ends on {due}, before the registration on {registered}: correct it.",
)
DUE_NEEDED = sentence(
    "due_needed", "Enter the last day of the term, or choose another kind of term."
)
SHEETS_WRONG = sentence("sheets_wrong", "The number of sheets is from 1 to {most}: correct it.")
PARTY_NEEDED = sentence(
    "party_needed",
    "Choose from whom or to whom it is; enter a new body or person if it is not in the directory.",
)
PARTY_TWICE = sentence(
    "party_twice", "Either choose a body or person, or enter a new one, not both."
)
PARTY_ENDED = sentence(
    "party_ended", "«{name}» is not in the directory any more since {since}: choose its successor."
)
REPLY_TO_ANNULLED = sentence(
    "reply_to_annulled", "№ {number} was annulled and cannot be answered: choose another document."
)
ANNULLED_STAYS = sentence(
    "annulled_stays", "№ {number} was annulled and stays as it is: register the paper anew."
)
LINK_WITH_ITSELF = sentence(
    "link_with_itself", "A document cannot be linked with itself: choose another one."
)
ALREADY_LINKED = sentence(
    "already_linked",
    "The two documents are linked so already: choose another one or another kind of link.",
)
NO_SUCH_REGISTER = sentence(
    "no_such_register", "There is no register «{code}»: choose one of the list."
)
WRONG_DIRECTION = sentence(
    "wrong_direction", "The register «{name}» does not hold such papers: choose another one."
)
FIGURE_IN_USE = sentence(
    "figure_in_use",
    "The terms of letters rest on this figure, and they keep it. Enter the new figure as a new row "
    "of the rule, from its first day.",
)
OTHER_YEARS_FILE = sentence(
    "other_years_file",
    "The file {index} is of {year}, the document is of {of}: choose a file of the same year.",
)
EXECUTED_BEFORE_REGISTERED = sentence(
    "executed_before_registered",
    "It cannot be executed on {on}, before it was registered on {registered}.",
)
FIRST_NUMBER_WRONG = sentence(
    "first_number_wrong", "The first number is from 1 to {most}: correct it."
)
NUMBERS_GIVEN = sentence(
    "numbers_given", "№ {last} was given already, so the next number cannot be smaller than {next}."
)
NOTHING_NEW_TO_PRINT = sentence(
    "nothing_new_to_print",
    "Everything up to № {last} is on paper already: there is nothing new to print.",
)


class Direction(StrEnum):
    """Which way the papers of a register go."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class TermChoice(StrEnum):
    """Where the last day of a paper's term comes from."""

    NONE = "none"
    USUAL = "usual"
    URGENT = "urgent"
    BY_HAND = "by_hand"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _TERM_LABELS[self]


_TERM_LABELS = {
    TermChoice.NONE: N_("no term"),
    TermChoice.USUAL: N_("usual term"),
    TermChoice.URGENT: N_("urgent"),
    TermChoice.BY_HAND: N_("on the day"),
}
TERM_RULES = {TermChoice.USUAL: "COR-09", TermChoice.URGENT: "COR-10"}
"""The dated rules that set the terms."""


class LinkKind(StrEnum):
    """How the first document stands to the second."""

    REPLY = "reply"
    REPEAT = "repeat"
    FORWARD = "forward"
    EXECUTES = "executes"
    BASIS = "basis"

    @property
    def label(self) -> str:
        """Return the English words, read from the first document to the second."""
        return _LINK_LABELS[self][0]

    @property
    def reverse_label(self) -> str:
        """Return the English words, read from the second document to the first."""
        return _LINK_LABELS[self][1]


_LINK_LABELS = {
    LinkKind.REPLY: (N_("replies to"), N_("answered by")),
    LinkKind.REPEAT: (N_("repeats"), N_("repeated by")),
    LinkKind.FORWARD: (N_("forwards"), N_("forwarded by")),
    LinkKind.EXECUTES: (N_("executes"), N_("executed by")),
    LinkKind.BASIS: (N_("is based on"), N_("is the basis of")),
}


class Dispatch(StrEnum):
    """By what way a paper goes out."""

    BY_HAND = "by_hand"
    POST = "post"
    EMAIL = "email"
    BUNDLE = "bundle"
    ELECTRONIC_SYSTEM = "electronic_system"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _DISPATCH_LABELS[self]


_DISPATCH_LABELS = {
    Dispatch.BY_HAND: N_("by hand"),
    Dispatch.POST: N_("by post"),
    Dispatch.EMAIL: N_("by e-mail"),
    Dispatch.BUNDLE: N_("in a bundle"),
    Dispatch.ELECTRONIC_SYSTEM: N_("by the electronic system"),
    Dispatch.OTHER: N_("another way"),
}


class State(StrEnum):
    """What a paper is waiting for."""

    NO_TERM = "no_term"
    IN_PROGRESS = "in_progress"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    EXECUTED = "executed"
    ANNULLED = "annulled"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    State.NO_TERM: N_("no term"),
    State.IN_PROGRESS: N_("in progress"),
    State.DUE_SOON: N_("due in three days"),
    State.DUE_TODAY: N_("due today"),
    State.OVERDUE: N_("overdue"),
    State.EXECUTED: N_("executed"),
    State.ANNULLED: N_("annulled"),
}


def state_of(
    due_on: date | None,
    executed_on: date | None,
    annulled_on: date | None,
    today: date,
    soon: date,
) -> State:
    """Return the state of a paper; ``soon`` is the last day that counts as due soon (APL-18)."""
    if annulled_on is not None:
        return State.ANNULLED
    if executed_on is not None:
        return State.EXECUTED
    if due_on is None:
        return State.NO_TERM
    if due_on < today:
        return State.OVERDUE
    if due_on == today:
        return State.DUE_TODAY
    return State.DUE_SOON if due_on <= soon else State.IN_PROGRESS


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one paper, as far as it has them."""

    registered_on: date
    received_on: date | None = None
    sender_date: date | None = None
    due_on: date | None = None


def check_dates(dates: Dates, today: date, problems: Problems) -> None:
    """Gather what cannot be right with the dates of a paper."""
    received = dates.received_on or dates.registered_on
    named = {
        "registered_on": dates.registered_on,
        "received_on": dates.received_on,
        "sender_date": dates.sender_date,
    }
    for field, day in named.items():
        if day is not None and day > today:
            problems.check(Problem(IN_FUTURE, {"day": day, "today": today}, field))
        elif day is not None and day < EARLIEST:
            problems.check(Problem(TOO_LONG_AGO, {"day": day}, field))
    if dates.registered_on < received <= today:
        facts = {"received": received, "registered": dates.registered_on}
        problems.check(Problem(RECEIVED_AFTER_REGISTERED, facts, "received_on"))
    if dates.sender_date is not None and received < dates.sender_date <= today:
        facts = {"sent": dates.sender_date, "received": received}
        problems.check(Problem(SENT_AFTER_RECEIVED, facts, "sender_date"))
    if dates.due_on is not None and dates.due_on < dates.registered_on:
        facts = {"due": dates.due_on, "registered": dates.registered_on}
        problems.check(Problem(DUE_BEFORE_REGISTERED, facts, "due_on"))


def check_sheets(sheets: int | None, problems: Problems) -> None:
    """Gather a number of sheets that cannot be right."""
    if sheets is not None and not 1 <= sheets <= MOST_SHEETS:
        problems.check(Problem(SHEETS_WRONG, {"most": MOST_SHEETS}, "sheets"))


def check_first_number(first: int, last_given: int) -> None:
    """Refuse a first number that no journal has or that was given already."""
    if not 1 <= first <= MOST_PAPERS:
        raise broken(FIRST_NUMBER_WRONG, "first_number", most=MOST_PAPERS)
    if last_given and first <= last_given:
        raise broken(NUMBERS_GIVEN, "first_number", last=last_given, next=last_given + 1)
