"""Ask for one paper with everything around it: links both ways, history, the reasoning of its term."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import aliased

from msu_desktop.desks.correspondence.model import (
    TERM_RULES,
    LinkKind,
    State,
    TermChoice,
    state_of,
)
from msu_desktop.desks.correspondence.queries.listing import DocumentRow, document_rows
from msu_desktop.desks.correspondence.queries.terms import due_soon_until
from msu_desktop.desks.correspondence.tables import Document, DocumentLink, Register
from msu_desktop.desks.directory.queries.law import rule_book, term_of_rule, working_calendar
from msu_desktop.desks.directory.tables import LegalRule, Party
from msu_desktop.language.catalogue import LANGUAGES
from msu_desktop.language.reasoning import reasoning
from msu_desktop.office.deadlines import reckon
from msu_desktop.office.errors import RuleBroken
from msu_desktop.store import journal
from msu_desktop.store.acting import Args, query
from msu_desktop.store.journal import HistoryRow
from msu_desktop.store.rows import frozen, frozen_one


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as one card shows it: ``forth`` when this document is the first of the two."""

    id: str
    kind: str
    forth: bool
    document_id: str
    register: str
    number_text: str
    registered_on: date
    party: str
    summary: str
    annulled_on: date | None

    @property
    def label(self) -> str:
        """Return the English words of the link, read from this card."""
        kind = LinkKind(self.kind)
        return kind.label if self.forth else kind.reverse_label


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A paper with its links, its history and, in each language, the reasoning of its term."""

    document: DocumentRow
    state: str
    term: str
    links: tuple[LinkRow, ...]
    reasoning: dict[str, str]
    rule: str
    history: tuple[HistoryRow, ...]


class CardAsked(Args, frozen=True, kw_only=True):
    """One paper, as it stands on a day."""

    document_id: str
    today: date


@query
def document_card(connection: Connection, args: CardAsked) -> DocumentCard | None:
    """Return everything a card shows, or None when there is no such paper."""
    row = frozen_one(
        DocumentRow, connection, document_rows().where(Document.id == args.document_id)
    )
    if row is None:
        return None
    rule, texts = _reasoning(connection, row)
    soon = due_soon_until(connection, args.today)
    state: State = state_of(row.due_on, row.executed_on, row.annulled_on, args.today, soon)
    return DocumentCard(
        row,
        state.value,
        _term_choice(connection, row, rule),
        tuple(links_of(connection, args.document_id)),
        texts,
        rule,
        tuple(journal.history(connection, args.document_id)),
    )


def links_of(connection: Connection, document_id: str) -> list[LinkRow]:
    """Return the links of a paper, those it makes and those made to it."""
    other = aliased(Document)
    forth = DocumentLink.from_id == document_id
    rows: Any = (
        select(
            DocumentLink.id,
            DocumentLink.kind,
            forth.label("forth"),
            other.id,
            Register.code,
            other.number_text,
            other.registered_on,
            Party.name,
            other.summary,
            other.annulled_on,
        )
        .join(
            other,
            or_(
                forth & (other.id == DocumentLink.to_id),
                (DocumentLink.to_id == document_id) & (other.id == DocumentLink.from_id),
            ),
        )
        .join(Register, Register.id == other.register_id)
        .join(Party, Party.id == other.party_id)
        .where(or_(forth, DocumentLink.to_id == document_id))
        .order_by(other.registered_on, DocumentLink.id)
    )
    return frozen(LinkRow, connection, rows)


def _reasoning(connection: Connection, row: DocumentRow) -> tuple[str, dict[str, str]]:
    """Explain the term by the very rule the paper was registered under."""
    used = (
        select(LegalRule.code, LegalRule.area, LegalRule.rule, LegalRule.value, LegalRule.unit)
        .join(Document, Document.term_rule_id == LegalRule.id)
        .where(Document.id == row.id)
    )
    rule = connection.execute(used).first()
    if rule is None:
        return "", {}
    try:
        term = term_of_rule(rule_book(connection), rule, row.registered_on)
    except RuleBroken:  # how terms are counted is just being mended in the list of rules
        return rule.code, {}
    found = reckon(row.registered_on, term, working_calendar(connection))
    return rule.code, {language: reasoning(found, language) for language in LANGUAGES}


def _term_choice(connection: Connection, row: DocumentRow, rule: str) -> str:
    book = rule_book(connection)
    for choice, code in TERM_RULES.items():
        if rule in {one.code for one in book.rows(code)}:
            return choice.value
    return TermChoice.BY_HAND.value if row.due_on else TermChoice.NONE.value
