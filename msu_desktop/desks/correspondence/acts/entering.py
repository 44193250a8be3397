"""From what the clerk typed to what the card holds: tidy texts, checked dates, the reckoned term."""

from datetime import date

from msu_desktop.desks.correspondence.model import (
    ANNULLED_STAYS,
    DUE_NEEDED,
    NOTE_LIMIT,
    OTHER_YEARS_FILE,
    PARTY_ENDED,
    PARTY_NEEDED,
    PARTY_TWICE,
    REFERENCE_LIMIT,
    RESOLUTION_LIMIT,
    SUMMARY_LIMIT,
    TERM_RULES,
    Dates,
    TermChoice,
    check_dates,
    check_sheets,
)
from msu_desktop.desks.correspondence.tables import Document
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.queries.law import rule_in_force, working_calendar
from msu_desktop.desks.directory.tables import SORT_KEY, CaseFile, LegalRule, Official, Party
from msu_desktop.language.sorting import sort_key
from msu_desktop.language.tidying import Fields
from msu_desktop.office.deadlines import Deadline, reckon
from msu_desktop.office.errors import Problem, broken
from msu_desktop.office.parties import Funding, PowerKind
from msu_desktop.store.acting import Command
from msu_desktop.store.unit_of_work import UnitOfWork

_KEY_LENGTH = SORT_KEY.length or 200


class PaperData(Command, frozen=True, kw_only=True):
    """What every registered paper holds.

    The other side is ``party_id`` of the directory or a ``new_party`` entered with the paper.
    ``due_on`` counts only with the term ``by_hand``.
    """

    party_id: str | None = None
    new_party: AddParty | None = None
    summary: str
    sheets: int | None = None
    resolution: str = ""
    executor_id: str | None = None
    term: TermChoice = TermChoice.NONE
    due_on: date | None = None
    case_file_id: str | None = None
    power_kind: PowerKind = PowerKind.NOT_STATED
    funding: Funding = Funding.NOT_STATED
    note: str = ""


def open_document(work: UnitOfWork, document_id: str, version: int | None) -> Document:
    """Return a document that may still be changed; RuleBroken ``annulled_stays``."""
    document = work.get_unchanged(Document, document_id, version)
    if document.annulled_on is not None:
        raise broken(ANNULLED_STAYS, number=document.number_text)
    return document


def enter_fields(
    work: UnitOfWork, data: PaperData, registered_on: date, before: Document | None = None
) -> dict[str, object]:
    """Return the columns of a document from what was typed; RuleBroken with every problem at once.

    ``before`` is the document that is corrected: its term is kept when the same is asked again.
    """
    fields = Fields()
    texts = _texts(fields, data)
    received_on = getattr(data, "received_on", None)
    sender_date = getattr(data, "sender_date", None)
    by_hand = data.due_on if data.term is TermChoice.BY_HAND else None
    if data.term is TermChoice.BY_HAND and data.due_on is None:
        fields.problem(Problem(DUE_NEEDED, field="due_on"))
    dates = Dates(registered_on, received_on, sender_date, by_hand)
    check_dates(dates, work.today, fields.problems)
    check_sheets(data.sheets, fields.problems)
    _check_named(work, data, registered_on, fields, before)
    fields.raise_problems()
    party = _party(work, data, registered_on)
    dispatch = getattr(data, "dispatch", None)
    return {
        **texts,
        **_term(work, data, registered_on, before),
        "summary_key": sort_key(texts["summary"])[:_KEY_LENGTH],
        "received_on": received_on,
        "sender_date": sender_date,
        "party_id": party.id,
        "party_key": party.sort_key,
        "sheets": data.sheets,
        "executor_id": data.executor_id,
        "case_file_id": data.case_file_id,
        "power_kind": data.power_kind.value,
        "funding": data.funding.value,
        "dispatch": dispatch.value if dispatch else "",
    }


def _texts(fields: Fields, data: PaperData) -> dict[str, str]:
    reference = getattr(data, "sender_reference", "")
    return {
        "summary": fields.text("summary", data.summary, SUMMARY_LIMIT, lines=True),
        "resolution": fields.text(
            "resolution", data.resolution, RESOLUTION_LIMIT, needed=False, lines=True
        ),
        "note": fields.text("note", data.note, NOTE_LIMIT, needed=False, lines=True),
        "sender_reference": fields.text(
            "sender_reference", reference, REFERENCE_LIMIT, needed=False
        ),
    }


def _check_named(
    work: UnitOfWork, data: PaperData, registered_on: date, fields: Fields, before: Document | None
) -> None:
    """Gather what is wrong with the records that the paper names."""
    if data.party_id is None and data.new_party is None:
        fields.problem(Problem(PARTY_NEEDED, field="party_id"))
    if data.party_id is not None and data.new_party is not None:
        fields.problem(Problem(PARTY_TWICE, field="party_id"))
    if data.executor_id is not None:
        work.get(Official, data.executor_id, "executor_id")
    if data.case_file_id is not None and (
        before is None or before.case_file_id != data.case_file_id
    ):
        file = work.get(CaseFile, data.case_file_id, "case_file_id")
        if file.year != registered_on.year:
            facts = {"index": file.case_index, "year": file.year, "of": registered_on.year}
            fields.problem(Problem(OTHER_YEARS_FILE, facts, "case_file_id"))


def _party(work: UnitOfWork, data: PaperData, registered_on: date) -> Party:
    if data.new_party is not None:
        return work.get(Party, add_party(work, data.new_party))
    party = work.get(Party, data.party_id or "", "party_id")
    if party.merged_into_id is not None:
        return work.get(Party, party.merged_into_id)
    if party.valid_to is not None and party.valid_to < registered_on:
        raise broken(PARTY_ENDED, "party_id", name=party.name, since=party.valid_to)
    return party


def _term(
    work: UnitOfWork, data: PaperData, registered_on: date, before: Document | None
) -> dict[str, object]:
    code = TERM_RULES.get(data.term)
    if code is None:
        due_on = data.due_on if data.term is TermChoice.BY_HAND else None
        return {"due_on": due_on, "due_provisional": False, "term_rule_id": None}
    if before is not None and before.term_rule_id is not None:
        kept = work.get(LegalRule, before.term_rule_id)
        if code in {kept.code, kept.topic}:
            return {}
    rule_id, term = rule_in_force(work.session, code, registered_on)
    found = reckon(registered_on, term, working_calendar(work.session))
    return {**due_columns(found), "term_rule_id": rule_id}


def due_columns(found: Deadline) -> dict[str, object]:
    """Return the columns of a reckoned term."""
    return {"due_on": found.due, "due_provisional": found.provisional}
