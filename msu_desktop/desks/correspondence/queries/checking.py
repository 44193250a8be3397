"""Look the registers through: numbers without gaps, copied and stored keys as they should be."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from msu_desktop.desks.correspondence.queries.registers import RegisterAsked, gaps
from msu_desktop.desks.correspondence.tables import Document, Register
from msu_desktop.desks.directory.queries.checking import SORT_KEY_STALE
from msu_desktop.desks.directory.tables import Party
from msu_desktop.language.sorting import sort_key
from msu_desktop.office.errors import sentence
from msu_desktop.store.findings import Finding, Severity

NUMBERS_BROKEN = sentence(
    "check_numbers",
    "In the register «{register}» of {period} {skipped} numbers are skipped and {doubled} doubled.",
)


def check_correspondence(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong with numbers and sort keys of registered papers."""
    yield from _check_numbers(connection)
    keys = connection.execute(
        select(Document.summary, Document.summary_key, Document.party_key, Party.sort_key)
        .join(Party, Party.id == Document.party_id)
        .execution_options(yield_per=2000)
    )
    stale = sum(
        sort_key(summary)[: len(own_key)] != own_key or party_key != its_key
        for summary, own_key, party_key, its_key in keys
    )
    if stale:
        yield Finding("sort_key", SORT_KEY_STALE, {"count": stale, "table": "document"})


def _check_numbers(connection: Connection) -> Iterator[Finding]:
    periods = connection.execute(
        select(Register.code, Register.name_ky, Document.period)
        .join(Register, Register.id == Document.register_id)
        .group_by(Register.code, Register.name_ky, Document.period)
        .having(func.count() > 0)
    ).all()
    for code, name, period in periods:
        report = gaps(connection, RegisterAsked(register=code, period=period))
        if not report.unbroken:
            facts = {
                "register": name,
                "period": period,
                "skipped": report.skipped_count,
                "doubled": len(report.duplicates),
            }
            # The clerk may skip numbers on purpose to continue a paper journal; doubling is damage.
            severity = Severity.DAMAGE if report.duplicates else Severity.NOTE
            yield Finding("numbers", NUMBERS_BROKEN, facts, severity)
