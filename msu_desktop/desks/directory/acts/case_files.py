"""Keep the year's list of files (иштердин номенклатурасы)."""

from sqlalchemy import select

from msu_desktop.desks.directory.model import (
    CASE_INDEX_KNOWN,
    NAME_LIMIT,
    NOTHING_TO_COPY,
    SHORT_LIMIT,
    check_year,
)
from msu_desktop.desks.directory.tables import CaseFile
from msu_desktop.language.sorting import sort_key
from msu_desktop.language.tidying import Fields
from msu_desktop.office.errors import broken
from msu_desktop.office.rules import Status
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork

INDEX_LIMIT = 20


class AddCaseFile(Command, frozen=True, kw_only=True):
    """A file of a year: its index, title and storage term with the status of that knowledge."""

    year: int
    index: str
    title_ky: str
    title_ru: str = ""
    storage_term: str = ""
    status: Status = Status.UNVERIFIED


class CorrectCaseFile(AddCaseFile, frozen=True, kw_only=True):
    """A file of the list as it should be; a closed one is offered no more."""

    case_file_id: str
    closed: bool = False
    version: int | None = None


class CopyCaseFiles(Command, frozen=True, kw_only=True):
    """Carry the list of files of one year over to another."""

    from_year: int
    to_year: int


@act
def add_case_file(work: UnitOfWork, command: AddCaseFile) -> str:
    """Add a file to the year's list; returns its id. RuleBroken ``case_index_known``."""
    fields = _fields(command)
    _refuse_known(work, fields, except_id="")
    return work.add(CaseFile(**fields)).id


@act
def correct_case_file(work: UnitOfWork, command: CorrectCaseFile) -> str:
    """Correct a file of the list, or close it."""
    row = work.get_unchanged(CaseFile, command.case_file_id, command.version)
    fields = _fields(command)
    _refuse_known(work, fields, except_id=row.id)
    for name, value in {**fields, "closed": command.closed}.items():
        setattr(row, name, value)
    return row.id


@act
def copy_case_files(work: UnitOfWork, command: CopyCaseFiles) -> int:
    """Copy the open files of one year into another, where the index is not there yet.

    Returns how many were copied. RuleBroken ``nothing_to_copy``.
    """
    check_year(command.to_year)
    rows = work.session.scalars(
        select(CaseFile).where(CaseFile.year == command.from_year, CaseFile.closed.is_(False))
    ).all()
    if not rows:
        raise broken(NOTHING_TO_COPY, "from_year", year=command.from_year)
    known = set(
        work.session.scalars(select(CaseFile.case_index).where(CaseFile.year == command.to_year))
    )
    new = [row for row in rows if row.case_index not in known]
    for row in new:
        work.add(
            CaseFile(
                year=command.to_year,
                case_index=row.case_index,
                title_ky=row.title_ky,
                title_ru=row.title_ru,
                storage_term=row.storage_term,
                status=row.status,
                sort_key=row.sort_key,
            )
        )
    return len(new)


def _fields(command: AddCaseFile) -> dict[str, object]:
    check_year(command.year)
    fields = Fields()
    index = fields.text("index", command.index, INDEX_LIMIT)
    title_ky = fields.text("title_ky", command.title_ky, NAME_LIMIT)
    title_ru = fields.text("title_ru", command.title_ru, NAME_LIMIT, needed=False)
    storage_term = fields.text("storage_term", command.storage_term, SHORT_LIMIT, needed=False)
    fields.raise_problems()
    return {
        "year": command.year,
        "case_index": index,
        "title_ky": title_ky,
        "title_ru": title_ru,
        "storage_term": storage_term,
        "status": command.status.value,
        "sort_key": sort_key(index),
    }


def _refuse_known(work: UnitOfWork, fields: dict[str, object], except_id: str) -> None:
    same = select(CaseFile.id).where(
        CaseFile.year == fields["year"],
        CaseFile.case_index == fields["case_index"],
        CaseFile.id != except_id,
    )
    if work.session.scalars(same).first() is not None:
        raise broken(CASE_INDEX_KNOWN, "index", index=fields["case_index"], year=fields["year"])
