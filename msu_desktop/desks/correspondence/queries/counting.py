"""Ask how many papers there are with each correspondent."""

from sqlalchemy import Connection, func, select

from msu_desktop.desks.correspondence.tables import Document
from msu_desktop.store.acting import Args, query


class PapersWithAsked(Args, frozen=True, kw_only=True):
    """Some parties."""

    party_ids: tuple[str, ...]


@query
def papers_with(connection: Connection, args: PapersWithAsked) -> dict[str, int]:
    """Return how many papers came from or went to each of the parties; none is left out."""
    counted = connection.execute(
        select(Document.party_id, func.count())
        .where(Document.party_id.in_(args.party_ids))
        .group_by(Document.party_id)
    )
    found = dict(iter(counted))
    return {party_id: found.get(party_id, 0) for party_id in args.party_ids}
