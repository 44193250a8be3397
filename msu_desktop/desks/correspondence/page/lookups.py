"""What the fields of a letter's form look up: correspondents, files, letters, officials."""

from collections.abc import Sequence
from datetime import date

from msu_desktop.desks.correspondence.model import Direction
from msu_desktop.desks.correspondence.queries.cards import CardAsked, document_card
from msu_desktop.desks.correspondence.queries.finding import (
    CorrespondentsAsked,
    DocumentsFound,
    correspondents,
    find_documents,
)
from msu_desktop.desks.correspondence.queries.listing import DocumentRow
from msu_desktop.desks.correspondence.queries.registers import RegistersAsked, registers
from msu_desktop.desks.directory.page.party_words import kind_words
from msu_desktop.desks.directory.queries.case_files import CaseFileRow, CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import OfficialsAsked, officials
from msu_desktop.desks.directory.queries.parties import (
    PartyAsked,
    SimilarAsked,
    party,
    similar_parties,
)
from msu_desktop.gui.widgets.fields.lookup import Choice
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language
from msu_desktop.language.dates import short_date
from msu_desktop.language.folding import fold
from msu_desktop.office.numbering import NumberTemplate

FEW = 3
"""With fewer matches than this, entries that are only spelt nearly the same are offered too."""


class Lookups:
    """Ask the office for what can be chosen in a form; ``year`` is that of the registration."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.year = self.today().year

    def today(self) -> date:
        """Return the date on this PC's clock."""
        return self._bench.workplace.now.date()

    def number_needs_file(self, direction: Direction) -> bool:
        """Tell whether the numbers of a register hold the index of a file."""
        rows = self._bench.ask(registers, RegistersAsked())
        return any(
            NumberTemplate.parse(row.template).needs_index
            for row in rows
            if row.direction == direction.value
        )

    def correspondents(self, text: str) -> Sequence[Choice]:
        """Offer those whose name begins so; when they are few, also what is spelt alike."""
        asked = CorrespondentsAsked(text=text, on=self.today())
        found = [
            Choice(one.id, one.name, _detail(one.sender_kind, one.address))
            for one in self._bench.ask(correspondents, asked)
        ]
        if len(text) > FEW and len(found) < FEW:
            known = {one.id for one in found}
            found += [
                Choice(row.id, row.name, _("spelt nearly the same"))
                for row in self._bench.ask(similar_parties, SimilarAsked(name=text))
                if row.id not in known and row.valid_to is None
            ]
        return found

    def party_name(self, party_id: str) -> str:
        """Return the name of a party."""
        found = self._bench.ask(party, PartyAsked(party_id=party_id))
        return found.name if found else ""

    def case_files(self, text: str) -> Sequence[Choice]:
        """Offer the files of the year by index or by words of their title."""
        words = fold(text).split()
        return [
            Choice(row.id, _file_title(row), row.storage_term)
            for row in self._files()
            if _matches(row, words)
        ]

    def case_file_title(self, file_id: str) -> str:
        """Return the index and title of a file of any year."""
        return next((_file_title(row) for row in self._files() if row.id == file_id), "")

    def case_file_index(self, file_id: str | None) -> str:
        """Return the index of a file of the year; nothing when there is none."""
        return next((row.case_index for row in self._files() if row.id == file_id), "")

    def file_index(self, year: int, file_id: str) -> str:
        """Return the index of a file of a year: a letter lies in a file of its own year."""
        asked = CaseFilesAsked(year=year, with_closed=True)
        files = self._bench.ask(case_files, asked)
        return next((row.case_index for row in files if row.id == file_id), "")

    def case_file_named(self, index: str) -> str | None:
        """Return the file of the year that has this index."""
        return next((row.id for row in self._files() if row.case_index == index), None)

    def letters(self, text: str, register: str | None = None) -> Sequence[Choice]:
        """Offer letters that hold the words, the newest first."""
        asked = DocumentsFound(text=text, register=register)
        return [
            Choice(row.id, letter_title(row), f"{row.party} · {row.summary}")
            for row in self._bench.ask(find_documents, asked)
        ]

    def letter_title(self, document_id: str) -> str:
        """Return the number and day of a letter."""
        asked = CardAsked(document_id=document_id, today=self.today())
        card = self._bench.ask(document_card, asked)
        return letter_title(card.document) if card else ""

    def officials(self) -> Sequence[tuple[str, str]]:
        """Return the officials in post, by name."""
        found = self._bench.ask(officials, OfficialsAsked(on=self.today()))
        return [(one.id, one.name) for one in found]

    def official_name(self, official_id: str) -> str:
        """Return the name of an official of any time."""
        found = self._bench.ask(officials, OfficialsAsked())
        return next((one.name for one in found if one.id == official_id), "")

    def _files(self) -> Sequence[CaseFileRow]:
        return self._bench.ask(case_files, CaseFilesAsked(year=self.year))


def letter_title(row: DocumentRow) -> str:
    """Return the number and day of a letter as links show them."""
    return f"№ {row.number_text}, {short_date(row.registered_on)}"


def _file_title(row: CaseFileRow) -> str:
    title = row.title_ru if language() == "ru" and row.title_ru else row.title_ky
    return f"{row.case_index} {title}"


def _matches(row: CaseFileRow, words: Sequence[str]) -> bool:
    own = fold(f"{row.case_index} {row.title_ky} {row.title_ru}").split()
    return all(any(one.startswith(word) for one in own) for word in words)


def _detail(kind: str, address: str) -> str:
    return " · ".join(filter(None, (kind_words(kind), address)))
