"""Open the example office: its clock, its data, its officials, the bodies it writes with."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.demo import words
from msu_desktop.demo.letters import Known, Writer
from msu_desktop.desks.directory.acts.case_files import CopyCaseFiles, copy_case_files
from msu_desktop.desks.directory.acts.office import AddOfficial, SetUpOffice, set_up_office
from msu_desktop.desks.directory.acts.parties import AddParty, add_party
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import OfficialsAsked, officials
from msu_desktop.office import seeds
from msu_desktop.office.ids import IdMaker
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.workplace import Workplace

BISHKEK = timezone(timedelta(hours=6))
"""The zone of the office, whatever the zone of the PC, so that the same seed gives the same days."""

MORNING = time(8, 30)


class Watch:
    """The clock on the wall of the example office: it goes on only when the clerk does something."""

    def __init__(self, day: date) -> None:
        self.now = datetime.combine(day, MORNING, BISHKEK)

    def __call__(self) -> datetime:
        """Return the moment it shows."""
        return self.now

    def begin(self, day: date) -> None:
        """Come to work on a day."""
        self.now = datetime.combine(day, MORNING, BISHKEK)

    def go_on(self, minutes: float) -> None:
        """Let some time pass."""
        self.now += timedelta(minutes=minutes)


@dataclass(slots=True)
class Desk:
    """The clerk's desk in the example office: the open office, the clock, the inventor of letters."""

    workplace: Workplace
    watch: Watch
    writer: Writer
    year: int = 0

    def begin(self, day: date) -> None:
        """Come to work on a day; the first of a year begins with the year's list of files."""
        self.watch.begin(day)
        if day.year != self.year:
            self._begin_year(day.year)

    def _begin_year(self, year: int) -> None:
        self.year = year
        files = self.workplace.ask(case_files, CaseFilesAsked(year=year))
        if not files:
            copied = CopyCaseFiles(from_year=year - 1, to_year=year)
            self.workplace.perform(copy_case_files, copied)
            files = self.workplace.ask(case_files, CaseFilesAsked(year=year))
        self.writer.files = {file.case_index: file.id for file in files}


def open_desk(folder: DataFolder, first: date, seed: int) -> Desk:
    """Set the office up on a day in an empty folder; the caller closes its workplace."""
    random = Random(seed)
    watch = Watch(first)
    clerk = next(one.name for one in words.office().officials if one.role == "secretary")
    manner = Manner(actor=clerk, clock=watch, make_id=IdMaker(random.randbytes))
    workplace = open_folder(folder, WIRING, manner)
    watch.go_on(2)
    workplace.perform(set_up_office, _set_up())
    posts = {one.name: one.role for one in words.office().officials}
    in_post = workplace.ask(officials, OfficialsAsked())
    bodies = [_enter(workplace, watch, body) for body in words.bodies()]
    calendar = seeds.calendar_seed().calendar()
    roles = {posts[one.name]: one.id for one in in_post}
    return Desk(workplace, watch, Writer(random, calendar, roles, bodies))


def _set_up() -> SetUpOffice:
    people = words.office().officials
    return SetUpOffice(
        office=words.office().office,
        officials=tuple(
            AddOfficial(post=one.post, post_ky=one.post_ky, post_ru=one.post_ru, name=one.name)
            for one in people
        ),
    )


def _enter(workplace: Workplace, watch: Watch, body: words.Body) -> Known:
    watch.go_on(0.5)
    entered = AddParty(
        sender_kind=body.sender_kind,
        name=body.name,
        short_name=body.short_name,
        address=body.address,
    )
    return Known(workplace.perform(add_party, entered), body)
