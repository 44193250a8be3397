"""A clerk at her desk: the acts and queries of the letters in few words, for the tests."""

from datetime import date
from typing import Any

import pytest

from msu_desktop.desks.correspondence.acts.registering import (
    AnnulDocument,
    CorrectIncoming,
    Registered,
    RegisterIncoming,
    RegisterOutgoing,
    annul_document,
    correct_incoming,
    register_incoming,
    register_outgoing,
)
from msu_desktop.desks.correspondence.queries.cards import CardAsked, DocumentCard, document_card
from msu_desktop.desks.correspondence.queries.listing import (
    DocumentRow,
    DocumentsAsked,
    documents,
)
from msu_desktop.desks.correspondence.queries.registers import RegisterAsked, gaps
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import OfficialsAsked, officials
from msu_desktop.office.errors import Problem, RuleBroken
from msu_desktop.office.numbering import GapReport
from msu_desktop.office.parties import SenderKind
from msu_desktop.store.workplace import Workplace

SUMMARY = "Жайытка чыгуу мөөнөттөрү жөнүндө маалымат берүү"


class Clerk:
    """Does at an open office what the tests tell of; writes with the rayon's administration."""

    def __init__(self, office: Workplace) -> None:
        self.office = office
        self.party = self.enters("Көк-Арча райондук мамлекеттик администрациясы")

    @property
    def today(self) -> date:
        return self.office.now.date()

    def enters(
        self, name: str, kind: SenderKind = SenderKind.LOCAL_STATE_ADMINISTRATION, **data: Any
    ) -> str:
        return self.office.perform(add_party, AddParty(sender_kind=kind, name=name, **data))

    def registers(self, **data: Any) -> Registered:
        """Register a paper that came in."""
        return self.office.perform(register_incoming, self.incoming(**data))

    def incoming(self, **data: Any) -> RegisterIncoming:
        own = {} if "new_party" in data else {"party_id": self.party}
        return RegisterIncoming(**{**own, "summary": SUMMARY, **data})

    def sends(self, **data: Any) -> Registered:
        """Register a paper that goes out."""
        return self.office.perform(register_outgoing, self.outgoing(**data))

    def outgoing(self, **data: Any) -> RegisterOutgoing:
        own = {"party_id": self.party, "summary": "Жооп", "case_file_id": self.file("01-12")}
        return RegisterOutgoing(**{**own, **data})

    def annuls(self, paper: Registered, reason: str = "эки жолу терилген") -> None:
        self.office.perform(annul_document, AnnulDocument(document_id=paper.id, reason=reason))

    def corrects(self, paper: Registered, **data: Any) -> str:
        """Correct a card; what is not named stays as it was typed by ``registers()``."""
        own = {"party_id": self.party, "summary": SUMMARY}
        return self.office.perform(
            correct_incoming, CorrectIncoming(document_id=paper.id, **{**own, **data})
        )

    def card(self, paper: Registered) -> DocumentCard:
        card = self.office.ask(document_card, CardAsked(document_id=paper.id, today=self.today))
        assert card is not None
        return card

    def letter(self, paper: Registered) -> DocumentRow:
        return self.card(paper).document

    def rows(self, register: str = "incoming", **asked: Any) -> list[DocumentRow]:
        """Return the first page of a list."""
        args = DocumentsAsked(**{"register": register, "today": self.today, **asked})
        return list(self.office.ask(documents, args).rows)

    def gaps(self, register: str = "incoming", period: str = "2026") -> GapReport:
        return self.office.ask(gaps, RegisterAsked(register=register, period=period))

    def file(self, index: str, year: int | None = None) -> str:
        """Return the id of a file of the year's list."""
        files = self.office.ask(case_files, CaseFilesAsked(year=year or self.today.year))
        return next(file.id for file in files if file.case_index == index)

    def official(self, name: str) -> str:
        people = self.office.ask(officials, OfficialsAsked())
        return next(one.id for one in people if one.name == name)

    def is_refused(self, **data: Any) -> Problem:
        """Try to register a paper that came in and return the one problem it is refused for."""
        problems = self.problems(**data)
        assert len(problems) == 1
        return problems[0]

    def problems(self, **data: Any) -> tuple[Problem, ...]:
        """Try to register a paper that came in and return why it is refused; nothing is kept."""
        before = self.gaps()
        with pytest.raises(RuleBroken) as refused:
            self.registers(**data)
        assert self.gaps() == before
        return refused.value.problems
