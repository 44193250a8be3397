"""What follows here when the directory changes: a name, a merged party, a rule, a day."""

from collections.abc import Sequence

from sqlalchemy import select

from msu_desktop.desks.correspondence.acts.entering import due_columns
from msu_desktop.desks.correspondence.model import FIGURE_IN_USE
from msu_desktop.desks.correspondence.tables import Document
from msu_desktop.desks.directory.queries.law import rule_book, term_of_rule, working_calendar
from msu_desktop.desks.directory.tables import LegalRule, Party
from msu_desktop.office.deadlines import END_ON_DAY_OFF, FIRST_DAY_COUNTS, reckon
from msu_desktop.office.errors import broken
from msu_desktop.store.unit_of_work import UnitOfWork


def follow_parties(work: UnitOfWork, party_ids: Sequence[str]) -> None:
    """Sort and index the papers of renamed parties anew; move those of merged ones."""
    for party in work.session.scalars(select(Party).where(Party.id.in_(party_ids))):
        goes_on = work.get(Party, party.merged_into_id) if party.merged_into_id else party
        for document in work.session.scalars(select(Document).where(Document.party_id == party.id)):
            document.party_id = goes_on.id
            document.party_key = goes_on.sort_key
            work.reindex(Document.__tablename__, document.id)


def follow_officials(work: UnitOfWork, official_ids: Sequence[str]) -> None:
    """Index the papers of renamed executors anew: they are found by the executor's name."""
    of_them = select(Document.id).where(Document.executor_id.in_(official_ids))
    for document_id in work.session.scalars(of_them):
        work.reindex(Document.__tablename__, document_id)


def keep_figures(work: UnitOfWork, _: Sequence[str]) -> None:
    """Refuse another figure for a rule that terms of letters rest on; RuleBroken ``figure_in_use``.

    A change of law is a new row with its day; so the reasoning of each card stays true.
    """
    corrected = [
        change.id
        for change in work.changed(LegalRule.__tablename__)
        if change.fields.keys() & {"value", "unit"} and "office_id" not in change.fields
    ]
    habits = select(LegalRule.id).where(
        LegalRule.id.in_(corrected), LegalRule.code.in_((FIRST_DAY_COUNTS, END_ON_DAY_OFF))
    )
    resting = select(Document.id).where(Document.term_rule_id.is_not(None))
    if work.session.scalar(habits.limit(1)) is None:
        resting = resting.where(Document.term_rule_id.in_(corrected))
    if corrected and work.session.scalar(resting.limit(1)) is not None:
        raise broken(FIGURE_IN_USE, "value")


def follow_calendar(work: UnitOfWork, _: Sequence[str]) -> None:
    """Reckon open terms anew when the calendar changes; each card's history shows the move.

    A term keeps the rule it was registered under; what is executed or annulled keeps its date.
    """
    calendar, book = working_calendar(work.session), rule_book(work.session)
    running = select(Document, LegalRule).join(LegalRule, Document.term_rule_id == LegalRule.id)
    waiting = running.where(Document.executed_on.is_(None), Document.annulled_on.is_(None))
    for document, rule in work.session.execute(waiting):
        term = term_of_rule(book, rule, document.registered_on)
        for name, value in due_columns(reckon(document.registered_on, term, calendar)).items():
            setattr(document, name, value)
