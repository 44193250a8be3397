"""Ask what followed from the last act on a record: which terms it moved."""

import msgspec
from sqlalchemy import Connection, desc, select

from msu_desktop.store.acting import Args, query
from msu_desktop.store.journal import Change
from msu_desktop.store.tables import JournalEntry, JournalMention


class MovedTermsAsked(Args, frozen=True, kw_only=True):
    """A record of the calendar, also one that is there no more."""

    record_id: str


@query
def moved_terms(connection: Connection, args: MovedTermsAsked) -> int:
    """Return how many records got another due date by the last act on this record."""
    last = (
        select(JournalEntry.changes)
        .join(
            JournalMention,
            (JournalMention.replica_id == JournalEntry.replica_id)
            & (JournalMention.sequence == JournalEntry.sequence),
        )
        .where(JournalMention.record_id == args.record_id)
        .order_by(desc(JournalEntry.clock))
        .limit(1)
    )
    changes = msgspec.json.decode(connection.scalar(last) or "[]", type=list[Change])
    return sum("due_on" in change.fields for change in changes)
