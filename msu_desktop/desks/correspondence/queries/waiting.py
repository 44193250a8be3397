"""Ask what waits: how many papers, how urgent they are, which come first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, case, func, select

from msu_desktop.desks.correspondence.model import Direction
from msu_desktop.desks.correspondence.queries.listing import DocumentRow, document_rows
from msu_desktop.desks.correspondence.queries.terms import due_soon_until
from msu_desktop.desks.correspondence.tables import Document, Register
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import frozen


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many papers wait, by how urgent they are; how many came in and are not done yet."""

    overdue: int
    due_today: int
    due_soon: int
    in_progress: int
    unanswered: int
    registered_today: int


class WaitingAsked(Args, frozen=True, kw_only=True):
    """What waits on a day."""

    today: date


@query
def waiting(connection: Connection, args: WaitingAsked) -> Waiting:
    """Count what waits on a day, for the page Бүгүн."""
    soon = due_soon_until(connection, args.today)
    incoming = select(Register.id).where(Register.direction == Direction.INCOMING.value)
    due = Document.due_on
    row = connection.execute(
        select(
            func.count(case((due < args.today, 1))),
            func.count(case((due == args.today, 1))),
            func.count(case(((due > args.today) & (due <= soon), 1))),
            func.count(case((due > soon, 1))),
            func.count(case((Document.register_id.in_(incoming), 1))),
        ).where(Document.annulled_on.is_(None), Document.executed_on.is_(None))
    ).one()
    today = connection.scalar(
        select(func.count()).where(
            Document.registered_on == args.today, Document.annulled_on.is_(None)
        )
    )
    return Waiting(*row[:5], registered_today=today or 0)


def urgent_documents(connection: Connection, today: date, most: int) -> list[DocumentRow]:
    """Return the papers whose term is over or ends soon and that are not done, by their term."""
    soon = due_soon_until(connection, today)
    urgent = (
        document_rows()
        .where(
            Document.annulled_on.is_(None),
            Document.executed_on.is_(None),
            Document.due_on <= soon,
        )
        .order_by(Document.due_on, Document.id)
    )
    return frozen(DocumentRow, connection, urgent.limit(most))
