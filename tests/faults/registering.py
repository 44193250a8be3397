"""An office that processes register letters in, and how it is looked through afterwards."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.desks.correspondence.queries.registers import RegisterAsked, gaps, periods
from msu_desktop.desks.directory.acts.office import OfficeData, SetUpOffice, set_up_office
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.office.numbering import GapReport
from msu_desktop.office.parties import SenderKind
from msu_desktop.office.places import ROOT
from msu_desktop.store.check import check
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import open_folder

AK_BASHAT = OfficeData(
    territory_code="41799201801000",
    name_ky="Ак-Башат айыл өкмөтү",
    name_ru="Айыл окмоту Ак-Башат",
    rayon_ky="Көк-Арча району",
    rayon_ru="Кок-Арчинский район",
    oblast_ky="Нарын облусу",
    oblast_ru="Нарынская область",
)


@dataclass(frozen=True, slots=True)
class BusyOffice:
    """An office in whose folder processes register letters of one correspondent."""

    folder: DataFolder
    party_id: str

    def registrar(self, how_many: int | None = None) -> "subprocess.Popen[str]":
        """Start a process that registers; it has said that it is ready and waits to begin."""
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.faults.registrar"),
                *(str(self.folder.path), self.party_id),
                *([] if how_many is None else [str(how_many)]),
            ],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    def numbers(self) -> GapReport:
        """Report on the numbers of the journal."""
        workplace = open_folder(self.folder, WIRING)
        try:
            (year,) = workplace.ask(periods, RegisterAsked(register="incoming")) or ["2026"]
            return workplace.ask(gaps, RegisterAsked(register="incoming", period=year))
        finally:
            workplace.close()

    def is_whole(self) -> bool:
        """Tell whether journal chain, search index and all else are as they should be."""
        return check(self.folder, WIRING.searchables, CHECKS).is_sound


def busy_office(place: Path) -> BusyOffice:
    """Set an office up where letters can be registered."""
    folder = DataFolder(place)
    workplace = open_folder(folder, WIRING)
    workplace.perform(set_up_office, SetUpOffice(office=AK_BASHAT))
    sender = AddParty(sender_kind=SenderKind.STATE_BODY, name="Көк-Арча райондук архиви")
    party_id = workplace.perform(add_party, sender)
    workplace.close()
    return BusyOffice(folder, party_id)


def begin(process: "subprocess.Popen[str]") -> None:
    """Let a waiting process register."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
