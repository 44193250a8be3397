"""Ask the year's list of files."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from msu_desktop.desks.directory.tables import CaseFile
from msu_desktop.store.acting import Args, query
from msu_desktop.store.rows import columns, frozen


@dataclass(frozen=True, slots=True)
class CaseFileRow:
    """A file of the year's list."""

    id: str
    version: int
    year: int
    case_index: str
    title_ky: str
    title_ru: str
    storage_term: str
    status: str
    closed: bool


class CaseFilesAsked(Args, frozen=True, kw_only=True):
    """The list of files of a year; closed ones on request."""

    year: int
    with_closed: bool = False


@query
def case_files(connection: Connection, args: CaseFilesAsked) -> list[CaseFileRow]:
    """Return the files of the year by index."""
    rows = select(*columns(CaseFileRow, CaseFile)).where(CaseFile.year == args.year)
    if not args.with_closed:
        rows = rows.where(CaseFile.closed.is_(False))
    return frozen(CaseFileRow, connection, rows.order_by(CaseFile.sort_key))
