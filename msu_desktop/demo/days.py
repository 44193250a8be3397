"""Live the days of the example office: letters come in, are answered, forgotten, set right."""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

import msgspec

from msu_desktop.demo import words
from msu_desktop.demo.letters import Draft, Known, Own
from msu_desktop.demo.opening import Desk
from msu_desktop.desks.correspondence.acts.linking import LinkDocuments, link_documents
from msu_desktop.desks.correspondence.acts.registering import (
    AnnulDocument,
    CorrectIncoming,
    IncomingData,
    MarkExecuted,
    RegisterIncoming,
    annul_document,
    correct_incoming,
    mark_executed,
    register_incoming,
    register_outgoing,
)
from msu_desktop.desks.correspondence.model import LinkKind
from msu_desktop.desks.correspondence.queries.cards import CardAsked, document_card
from msu_desktop.office.parties import SenderKind

INCOMING_A_DAY = 3
TYPED_TWICE = (200, 400)
"""After these letters of a year the clerk registers the same one again and annuls it."""

TWICE = "эки жолу терилген"
NEVER_ANSWERED = 0.015
ANSWERED_LATE = 0.05
SET_RIGHT = 0.015
APPEALS_AGAIN = 0.06
ANSWERS_US = 0.4


@dataclass(frozen=True, slots=True)
class Awaiting:
    """A registered letter that waits for our answer."""

    id: str
    draft: Draft
    sender: Known


@dataclass(slots=True)
class Queue:
    """Works that become due on their days, in the order of days and then of entering."""

    waiting: list[tuple[date, int, Callable[[date], None]]] = field(default_factory=list)
    entered: Iterator[int] = field(default_factory=count)

    def put(self, day: date, work: Callable[[date], None]) -> None:
        """Enter a work for a day."""
        heapq.heappush(self.waiting, (day, next(self.entered), work))

    def take(self, day: date) -> Callable[[date], None] | None:
        """Return the next work that is due on the day, or None."""
        if self.waiting and self.waiting[0][0] <= day:
            return heapq.heappop(self.waiting)[2]
        return None


class Days:
    """Lives one working day after the other at a desk."""

    def __init__(self, desk: Desk) -> None:
        self.incoming = self.outgoing = 0
        self._desk = desk
        self._random = desk.writer.random
        self._replies, self._followings = Queue(), Queue()
        self._ours: list[tuple[date, Own, str]] = []
        self._appeals: list[Awaiting] = []

    def live(self, day: date, of_year: int) -> None:
        """Live a working day, the so manieth of its year."""
        self._desk.begin(day)
        for number in range(INCOMING_A_DAY * (of_year - 1) + 1, INCOMING_A_DAY * of_year + 1):
            self._receive(day, number)
        while work := self._followings.take(day):
            work(day)
        for number in range(2 if of_year % 2 else 3):
            own = (self.outgoing + number) % 6 == 5
            work = None if own else self._replies.take(day)
            if work is None:
                self._write_own(day)
            else:
                work(day)

    def _receive(self, day: date, number: int) -> None:
        draft = self._invent(day, number)
        letter_id = self._register(draft.command)
        if number in TYPED_TWICE:
            again = self._register(self._known_now(draft, letter_id))
            self._pass(4)
            self._desk.workplace.perform(
                annul_document, AnnulDocument(document_id=again, reason=TWICE)
            )
        sender = draft.sender or self._new_citizen(letter_id, day)
        awaiting = Awaiting(letter_id, draft, sender)
        if draft.way == "repeat":
            self._link_repeat(awaiting)
        if draft.way == "appeal":
            self._appeals.append(awaiting)
        self._plan(day, awaiting)

    def _invent(self, day: date, number: int) -> Draft:
        """Choose who writes by the shares of a real office: 45, 20, 5, 15 and 15 of a hundred."""
        place = number % 20
        if place in (18, 19, 0):
            return self._invent_citizens(day, number)
        if 1 <= place <= 9:
            kinds: tuple[SenderKind, ...] = (SenderKind.STATE_BODY,)
        elif place <= 13:
            kinds = (SenderKind.LOCAL_STATE_ADMINISTRATION,)
        elif place == 14:
            kinds = (SenderKind.LSG_BODY, SenderKind.KENESH)
        else:
            kinds = (SenderKind.OTHER_ORGANISATION,)
        for position, (ready, own, own_id) in enumerate(self._ours):
            if ready <= day and own.to.body and own.to.body.sender_kind in kinds:
                del self._ours[position]
                return self._desk.writer.answer_of_body(day, own, own_id)
        return self._desk.writer.from_body(day, kinds)

    def _invent_citizens(self, day: date, number: int) -> Draft:
        ordinal = number // 20 * 3 + {18: 1, 19: 2, 0: 0}[number % 20]
        writer = self._desk.writer
        if self._appeals and self._random.random() < APPEALS_AGAIN:
            first = self._random.choice(self._appeals[-40:])
            return writer.appeal_again(day, first.sender, first.draft.matter)
        return writer.from_citizen(day, asks_for_information=ordinal % 9 == 0)

    def _known_now(self, draft: Draft, letter_id: str) -> RegisterIncoming:
        card = self._desk.workplace.ask(
            document_card, CardAsked(document_id=letter_id, today=self._desk.watch.now.date())
        )
        party_id = card.document.party_id if card else None
        return msgspec.structs.replace(draft.command, party_id=party_id, new_party=None)

    def _new_citizen(self, letter_id: str, day: date) -> Known:
        card = self._desk.workplace.ask(document_card, CardAsked(document_id=letter_id, today=day))
        if card is None:
            raise LookupError(letter_id)
        citizen = Known(card.document.party_id)
        self._desk.writer.citizens.append(citizen)
        return citizen

    def _link_repeat(self, again: Awaiting) -> None:
        first = next(
            one
            for one in reversed(self._appeals)
            if one.sender == again.sender and one.draft.matter == again.draft.matter
        )
        link = LinkDocuments(kind=LinkKind.REPEAT, from_id=again.id, to_id=first.id)
        self._pass(1)
        self._desk.workplace.perform(link_documents, link)

    def _plan(self, day: date, letter: Awaiting) -> None:
        """Decide what becomes of a letter: an answer in time, late or never, or only a mark."""
        chance = self._random.random()
        if chance < SET_RIGHT:
            self._followings.put(day, lambda _: self._set_right(letter))
        if not letter.draft.is_answered:
            after = day + timedelta(days=self._random.randint(1, 6))
            self._followings.put(after, lambda on: self._mark(letter, on))
            return
        if chance > 1 - NEVER_ANSWERED:
            return
        late = self._random.random() < ANSWERED_LATE
        days = self._random.randint(35, 70) if late else self._random.randint(1, 20)
        self._replies.put(day + timedelta(days=days), lambda on: self._answer(letter, on))

    def _answer(self, letter: Awaiting, day: date) -> None:
        command = self._desk.writer.reply(day, letter.draft, letter.sender, letter.id)
        self._pass(self._random.randint(10, 40))
        self._desk.workplace.perform(register_outgoing, command)
        self.outgoing += 1

    def _write_own(self, day: date) -> None:
        own = self._desk.writer.own(day)
        self._pass(self._random.randint(10, 40))
        own_id = self._desk.workplace.perform(register_outgoing, own.command).id
        self.outgoing += 1
        if self._random.random() < ANSWERS_US:
            self._ours.append((day + timedelta(days=self._random.randint(5, 25)), own, own_id))

    def _mark(self, letter: Awaiting, day: date) -> None:
        mark = self._random.choice(words.subjects().ways[letter.draft.way].marks)
        self._pass(2)
        done = MarkExecuted(document_id=letter.id, on=day, mark=mark)
        self._desk.workplace.perform(mark_executed, done)

    def _set_right(self, letter: Awaiting) -> None:
        """Correct what was typed wrong: the number of sheets."""
        typed = {
            name: getattr(letter.draft.command, name) for name in IncomingData.__struct_fields__
        }
        right = {**typed, "new_party": None, "party_id": letter.sender.party_id}
        right["sheets"] = (right["sheets"] or 1) + 1
        self._pass(5)
        self._desk.workplace.perform(
            correct_incoming, CorrectIncoming(document_id=letter.id, **right)
        )

    def _register(self, command: RegisterIncoming) -> str:
        self._pass(self._random.randint(3, 12))
        self.incoming += 1
        return self._desk.workplace.perform(register_incoming, command).id

    def _pass(self, minutes: float) -> None:
        self._desk.watch.go_on(minutes + self._random.random())
