"""The card of a letter in the language of the window: its data, its term, its links, its history."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from msu_desktop.desks.correspondence.model import Direction, Dispatch, State
from msu_desktop.desks.correspondence.page.columns import TONES
from msu_desktop.desks.correspondence.queries.cards import DocumentCard
from msu_desktop.desks.correspondence.queries.listing import DocumentRow
from msu_desktop.desks.directory.page.history import ACT_WORDS, Wording, history_lines
from msu_desktop.desks.directory.page.party_words import kind_words
from msu_desktop.gui.widgets.card import Badge, Block, CardContent, Pair
from msu_desktop.language.catalogue import _, language
from msu_desktop.language.dates import long_date, short_date
from msu_desktop.office.errors import N_
from msu_desktop.office.parties import Funding, PowerKind
from msu_desktop.store.journal import HistoryRow

ANSWERED = "answered"
"""Stands in a history for the act by which another letter answered this one."""
PUT_BACK = "put_back"

ACTS = {
    **ACT_WORDS,
    "register_incoming": N_("Registered"),
    "register_outgoing": N_("Registered"),
    "correct_incoming": N_("Corrected"),
    "correct_outgoing": N_("Corrected"),
    "annul_document": N_("Annulled"),
    "mark_executed": N_("Marked executed"),
    "link_documents": N_("Linked with another letter"),
    ANSWERED: N_("Answered by another letter"),
    PUT_BACK: N_("Was put back to work"),
}
FIELDS = {
    "party_id": N_("Correspondent"),
    "sender_reference": N_("Their №"),
    "sender_date": N_("Their date"),
    "received_on": N_("Came in on"),
    "registered_on": N_("Registered on"),
    "summary": N_("Summary"),
    "sheets": N_("Sheets"),
    "resolution": N_("Resolution"),
    "executor_id": N_("Executor"),
    "due_on": N_("Term"),
    "due_provisional": N_("The term may still move"),
    "executed_on": N_("Executed on"),
    "execution_mark": N_("Mark of execution"),
    "case_file_id": N_("Case file"),
    "dispatch": N_("Sent"),
    "power_kind": N_("Kind of power"),
    "funding": N_("Money"),
    "note": N_("Note"),
    "annulled_on": N_("Annulled on"),
    "annulled_by": N_("Annulled by"),
    "annulment_reason": N_("Reason"),
}
HIDDEN = frozenset({"summary_key", "party_key", "term_rule_id", "register_id", "period", "number"})
"""Fields of a history that only the program needs."""


@dataclass(frozen=True, slots=True)
class Names:
    """How records that a history mentions are called, by their ids."""

    party: Callable[[str], str]
    official: Callable[[str], str]
    case_file: Callable[[str], str]


def letter_card(card: DocumentCard, names: Names) -> CardContent:
    """Return everything a card shows of a letter."""
    row = card.document
    return CardContent(
        f"№ {row.number_text}",
        long_date(row.registered_on, language()),
        list(_badges(card)),
        [block for block in (_letter(row), _work(card), _links(card), _annulment(row)) if block],
        history_lines([_told(line) for line in card.history], _wording(names)),
    )


def _badges(card: DocumentCard) -> Iterator[Badge]:
    state = State(card.state)
    if state is not State.NO_TERM or card.document.register == Direction.INCOMING.value:
        yield Badge(_(state.label), TONES.get(state, "faint" if state is State.NO_TERM else ""))
    if card.document.due_provisional and state not in (State.ANNULLED, State.EXECUTED):
        yield Badge(_("the term may still move"), "warning")


def _letter(row: DocumentRow) -> Block:
    incoming = row.register == Direction.INCOMING.value
    theirs = ", ".join(
        filter(None, (row.sender_reference, short_date(row.sender_date) if row.sender_date else ""))
    )
    pairs = [
        Pair(_("From") if incoming else _("To"), row.party, ("party", row.party_id)),
        Pair(_("Kind"), kind_words(row.sender_kind)),
        Pair(_("Summary"), row.summary),
        Pair(_("Sheets"), str(row.sheets or "")),
        Pair(_("Case file"), row.case_index),
    ]
    if incoming:
        pairs.insert(2, Pair(_("Their №, date"), theirs))
        if row.received_on and row.received_on != row.registered_on:
            pairs.insert(3, Pair(_("Came in on"), short_date(row.received_on)))
    else:
        sent = _(Dispatch(row.dispatch).label) if row.dispatch else ""
        pairs.append(Pair(_("Sent"), sent))
    return Block("", pairs)


def _work(card: DocumentCard) -> Block:
    row = card.document
    pairs = [Pair(_("Executor"), row.executor)]
    if row.resolution:
        pairs.append(Pair(_("Resolution"), row.resolution))
    if row.due_on is not None:
        pairs.append(Pair(_("Term"), long_date(row.due_on, language())))
    if reason := card.reasoning.get(language()):
        pairs.append(Pair(_("How it was counted"), reason))
    if row.executed_on is not None:
        pairs.append(Pair(_("Executed on"), short_date(row.executed_on)))
    if row.execution_mark:
        pairs.append(Pair(_("Mark of execution"), row.execution_mark))
    if row.power_kind != PowerKind.NOT_STATED.value:
        pairs.append(Pair(_("Kind of power"), _(PowerKind(row.power_kind).label)))
    if row.funding != Funding.NOT_STATED.value:
        pairs.append(Pair(_("Money"), _(Funding(row.funding).label)))
    if row.note:
        pairs.append(Pair(_("Note"), row.note))
    return Block(_("Work on it"), pairs)


def _links(card: DocumentCard) -> Block | None:
    pairs = [
        Pair(
            _(link.label),
            f"№ {link.number_text}, {short_date(link.registered_on)} · {link.summary}",
            ("document", link.document_id),
        )
        for link in card.links
    ]
    return Block(_("Links"), pairs) if pairs else None


def _annulment(row: DocumentRow) -> Block | None:
    if row.annulled_on is None:
        return None
    pairs = [
        Pair(_("Reason"), row.annulment_reason),
        Pair(_("Annulled on"), short_date(row.annulled_on)),
        Pair(_("Annulled by"), row.annulled_by),
    ]
    return Block(_("Annulled"), pairs)


def _told(line: HistoryRow) -> HistoryRow:
    """Name the act from this letter's side, and leave out what only the program needs."""
    fields = {name: change for name, change in line.fields.items() if name not in HIDDEN}
    act = line.act
    if act in ("register_outgoing", "link_documents") and "registered_on" not in fields:
        act = ANSWERED
    if act == "mark_executed" and fields.get("executed_on", ("", ""))[1] is None:
        act = PUT_BACK
    return replace(line, act=act, fields=fields)


def _wording(names: Names) -> Wording:
    values: Mapping[str, Callable[[str], str]] = {
        "party_id": names.party,
        "executor_id": names.official,
        "case_file_id": names.case_file,
        "dispatch": lambda value: _(Dispatch(value).label),
        "power_kind": lambda value: _(PowerKind(value).label),
        "funding": lambda value: _(Funding(value).label),
        "sheets": str,
    }
    return Wording(FIELDS, ACTS, values)
