"""Invent letters: who writes about what, what is answered, what the office writes by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from msu_desktop.demo import words
from msu_desktop.demo.phrases import filled
from msu_desktop.demo.words import Body, Matter, Topic
from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, RegisterOutgoing
from msu_desktop.desks.correspondence.model import Dispatch, TermChoice
from msu_desktop.desks.directory.acts.parties import AddParty
from msu_desktop.office.calendar import WorkingCalendar
from msu_desktop.office.parties import Funding, PowerKind, SenderKind

T = TypeVar("T")

ANSWERED = ("ask", "report", "act")
INFORMED = ("notice", "meeting")
PLEADING = (SenderKind.LSG_BODY, SenderKind.KENESH, SenderKind.OTHER_ORGANISATION)
"""Those who cannot ask the office for reports: they ask for help, or make something known."""

SHARE_ANSWERED = 0.64
"""Of the letters of bodies so many are answered: 400 of 627 in a year."""

_POWERS = {
    PowerKind.STATE: 35,
    PowerKind.DELEGATED: 25,
    PowerKind.OWN: 12,
    PowerKind.MIXED: 10,
    PowerKind.NOT_STATED: 18,
}
_FUNDINGS = {Funding.NOT_FUNDED: 55, Funding.FUNDED: 12, Funding.NOT_STATED: 33}
_TO_CITIZENS = {Dispatch.BY_HAND: 60, Dispatch.POST: 40}
_TO_BODIES = {
    Dispatch.ELECTRONIC_SYSTEM: 40,
    Dispatch.BY_HAND: 25,
    Dispatch.POST: 15,
    Dispatch.EMAIL: 15,
    Dispatch.BUNDLE: 5,
}


@dataclass(frozen=True, slots=True)
class Known:
    """A party of the directory; a citizen has no body."""

    party_id: str
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter before it is registered: its command, what it wants and of what it speaks."""

    command: RegisterIncoming
    sender: Known | None
    way: str
    matter: str
    executor: str
    case_index: str

    @property
    def is_answered(self) -> bool:
        """Tell whether the letter asks for an answer."""
        return not words.subjects().ways[self.way].marks


@dataclass(frozen=True, slots=True)
class Own:
    """A letter that the office writes by itself, and to whom."""

    command: RegisterOutgoing
    to: Known
    matter: str


@dataclass(slots=True)
class Writer:
    """Invents letters from what the office knows; the same random source gives the same letters.

    ``officials`` are the ids by role, ``files`` the ids of the year's files by index.
    """

    random: Random
    calendar: WorkingCalendar
    officials: Mapping[str, str]
    bodies: Sequence[Known]
    files: Mapping[str, str] = field(default_factory=dict)
    citizens: list[Known] = field(default_factory=list)
    neighbours: set[tuple[str, str]] = field(default_factory=set)

    def from_body(self, day: date, kinds: Sequence[SenderKind]) -> Draft:
        """Invent a letter of a body of one of these kinds."""
        sender = self._body(kinds)
        body = _body_of(sender)
        topic = words.subjects().topic(self.random.choice(body.topics))
        matter = self._matter(day, topic, asks=body.sender_kind in PLEADING)
        index = topic.case_index if self.random.random() < 0.4 else body.case_index
        about = (matter.way, filled(matter.text, day, self.random), topic.executor, index)
        return self._draft(day, sender, about)

    def answer_of_body(self, day: date, own: Own, own_id: str) -> Draft:
        """Invent the answer of a body to a letter of ours."""
        index = _body_of(own.to).case_index
        about = ("own", own.matter, "secretary", index)
        return self._draft(day, own.to, about, replies_to=(own_id,))

    def from_citizen(self, day: date, *, asks_for_information: bool) -> Draft:
        """Invent an appeal or a request for information of a new or a known citizen."""
        known = self.random.random() < 0.3 and bool(self.citizens)
        sender = self.random.choice(self.citizens) if known else None
        subjects = words.subjects()
        way = "request" if asks_for_information else "appeal"
        texts = subjects.requests if asks_for_information else subjects.appeals
        matter = filled(self.random.choice(texts), day, self.random)
        executor = self.random.choice(("deputy", "social", "land"))
        index = "01-15" if asks_for_information else "01-14"
        return self._draft(day, sender, (way, matter, executor, index))

    def appeal_again(self, day: date, citizen: Known, matter: str) -> Draft:
        """Invent the second appeal of a citizen on the same matter."""
        return self._draft(day, citizen, ("repeat", matter, "deputy", "01-14"))

    def reply(self, day: date, draft: Draft, to: Known, answered_id: str) -> RegisterOutgoing:
        """Invent our answer to a letter; it lies in the same file."""
        way = words.subjects().ways[draft.way]
        return RegisterOutgoing(
            registered_on=day,
            party_id=to.party_id,
            summary=self.random.choice(way.outgoing).format(matter=draft.matter),
            sheets=self._sheets(),
            executor_id=self.officials[draft.executor],
            case_file_id=self.files[draft.case_index],
            dispatch=self._pick(_TO_BODIES if to.body else _TO_CITIZENS),
            power_kind=draft.command.power_kind,
            funding=draft.command.funding,
            replies_to=(answered_id,),
        )

    def own(self, day: date) -> Own:
        """Invent a letter that the office writes by itself."""
        to = self._body((SenderKind.STATE_BODY, SenderKind.LOCAL_STATE_ADMINISTRATION))
        topic = words.subjects().topic(self.random.choice(_body_of(to).topics))
        matter = filled(self.random.choice(topic.own), day, self.random)
        text = self.random.choice(words.subjects().ways["own"].outgoing)
        command = RegisterOutgoing(
            registered_on=day,
            party_id=to.party_id,
            summary=text.format(matter=matter),
            sheets=self._sheets(),
            executor_id=self.officials[topic.executor],
            case_file_id=self.files[topic.case_index],
            dispatch=self._pick(_TO_BODIES),
            power_kind=PowerKind.OWN,
        )
        return Own(command, to, matter)

    def _matter(self, day: date, topic: Topic, *, asks: bool) -> Matter:
        answered = self.random.random() < SHARE_ANSWERED
        ways = ANSWERED if answered else INFORMED
        fitting = [one for one in topic.matters if one.months[0] <= day.month <= one.months[1]]
        if not asks:
            return self.random.choice([one for one in fitting if one.way in ways] or fitting)
        notices = [one for one in fitting if one.way == "notice"]
        if answered or not notices:
            return Matter("plea", self.random.choice(topic.pleas))
        return self.random.choice(notices)

    def _draft(
        self,
        day: date,
        sender: Known | None,
        about: tuple[str, str, str, str],
        replies_to: tuple[str, ...] = (),
    ) -> Draft:
        name, matter, executor, index = about
        way = words.subjects().ways[name]
        body = sender.body if sender else None
        text = filled(
            self.random.choice(way.incoming).replace("{matter}", matter), day, self.random
        )
        received = day if self.random.random() < 0.9 else self._day_before(day)
        term = self.random.choice(way.terms)
        due = day + timedelta(days=self.random.randint(5, 20))
        command = RegisterIncoming(
            registered_on=day,
            received_on=received,
            party_id=sender.party_id if sender else None,
            new_party=None if sender else self._new_citizen(),
            summary=text,
            sender_reference=self._reference(body, received) if body else "",
            sender_date=received - timedelta(days=self.random.randint(1, 5) if body else 0),
            sheets=self._sheets(),
            resolution=self.random.choice(way.resolutions),
            executor_id=self.officials[executor],
            term=term,
            due_on=self.calendar.first_working_day_from(due)
            if term is TermChoice.BY_HAND
            else None,
            case_file_id=self.files[index],
            power_kind=self._pick(_POWERS) if body else PowerKind.OWN,
            funding=self._pick(_FUNDINGS) if body else Funding.NOT_STATED,
            replies_to=replies_to,
        )
        return Draft(command, sender, name, matter, executor, index)

    def _body(self, kinds: Sequence[SenderKind]) -> Known:
        known = [one for one in self.bodies if _body_of(one).sender_kind in kinds]
        return self.random.choices(known, [_body_of(one).weight for one in known])[0]

    def _new_citizen(self) -> AddParty:
        people = words.people()
        surname = self.random.choice(people.surnames)
        if self.random.random() < 0.5:
            name = f"{surname} {self.random.choice(people.men)}"
        else:
            name = f"{surname}а {self.random.choice(people.women)}"
        village = self.random.choice(words.office().villages)
        street = self.random.choice(people.streets)
        address = f"{village} айылы, {street} көчөсү {self.random.randint(1, 120)}"
        if (name, address) in self.neighbours:
            return self._new_citizen()
        self.neighbours.add((name, address))
        return AddParty(sender_kind=SenderKind.CITIZEN, name=name, address=address)

    def _reference(self, body: Body, day: date) -> str:
        return f"{body.prefix}/{day.timetuple().tm_yday * 4 + self.random.randint(1, 12)}"

    def _sheets(self) -> int:
        return self.random.choice((1, 1, 1, 2, 2, 3, 4, 6, 12))

    def _day_before(self, day: date) -> date:
        before = day - timedelta(days=1)
        while not self.calendar.is_working(before):
            before -= timedelta(days=1)
        return before

    def _pick(self, weights: Mapping[T, int]) -> T:
        return self.random.choices(list(weights), list(weights.values()))[0]


def _body_of(known: Known) -> Body:
    if known.body is None:
        raise TypeError(known)
    return known.body
