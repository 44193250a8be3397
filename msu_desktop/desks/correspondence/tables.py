"""The tables of the correspondence desk: registers, documents, links, what is already on paper."""

from datetime import date
from typing import Any

from sqlalchemy import Float, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from msu_desktop.desks.directory.tables import NAME, SORT_KEY
from msu_desktop.store.tables import CODE, ID, Record

NEVER = "9999-12-31"
DUE_OR_NEVER = f"coalesce(due_on, '{NEVER}')"
"""What a list sorted by the due date is sorted by: those without one stand last."""


WAITING = "annulled_on IS NULL AND executed_on IS NULL"
ANNULLED = "annulled_on IS NOT NULL"


def _only(condition: str) -> dict[str, Any]:
    """Return how an index of these rows alone is declared."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Register(Record):
    """A registration journal: what it holds, how its numbers look and when they begin anew."""

    __tablename__ = "register"
    __table_args__ = (UniqueConstraint("office_id", "code"),)

    code: Mapped[str] = mapped_column(CODE)
    direction: Mapped[str] = mapped_column(CODE)
    form: Mapped[str] = mapped_column(CODE)
    name_ky: Mapped[str] = mapped_column(NAME)
    name_ru: Mapped[str] = mapped_column(NAME)
    name_en: Mapped[str] = mapped_column(NAME)
    template: Mapped[str] = mapped_column(String(60))
    restart: Mapped[str] = mapped_column(CODE)
    first_number: Mapped[int] = mapped_column(default=1)
    first_period: Mapped[str] = mapped_column(String(20), default="")
    position: Mapped[int] = mapped_column(default=0)


class Document(Record):
    """A registered paper. It is never deleted: it is annulled, and keeps its number."""

    __tablename__ = "document"
    __table_args__ = (
        UniqueConstraint("register_id", "period", "number"),
        Index("ix_document_register_id_registered_on", "register_id", "registered_on", "id"),
        Index("ix_document_register_id_party_key", "register_id", "party_key", "id"),
        Index("ix_document_register_id_summary_key", "register_id", "summary_key", "id"),
        Index("ix_document_register_id_due", "register_id", text(DUE_OR_NEVER), "id"),
        Index("ix_document_party_id", "party_id", "registered_on"),
        Index("ix_document_case_file_id", "case_file_id"),
        Index("ix_document_waiting", "register_id", "due_on", **_only(WAITING)),
        Index("ix_document_annulled", "register_id", **_only(ANNULLED)),
    )

    register_id: Mapped[str] = mapped_column(ForeignKey("register.id"))
    period: Mapped[str] = mapped_column(String(20))
    number: Mapped[int]
    number_text: Mapped[str] = mapped_column(String(60))
    registered_on: Mapped[date]
    received_on: Mapped[date | None]
    party_id: Mapped[str] = mapped_column(ForeignKey("party.id"))
    party_key: Mapped[str] = mapped_column(SORT_KEY)
    sender_reference: Mapped[str] = mapped_column(String(60), default="")
    sender_date: Mapped[date | None]
    summary: Mapped[str] = mapped_column(Text)
    summary_key: Mapped[str] = mapped_column(SORT_KEY)
    sheets: Mapped[int | None]
    resolution: Mapped[str] = mapped_column(Text, default="")
    executor_id: Mapped[str | None] = mapped_column(ForeignKey("official.id"))
    due_on: Mapped[date | None]
    due_provisional: Mapped[bool] = mapped_column(default=False)
    term_rule_id: Mapped[str | None] = mapped_column(ForeignKey("legal_rule.id"))
    executed_on: Mapped[date | None]
    execution_mark: Mapped[str] = mapped_column(Text, default="")
    case_file_id: Mapped[str | None] = mapped_column(ForeignKey("case_file.id"))
    dispatch: Mapped[str] = mapped_column(CODE, default="")
    power_kind: Mapped[str] = mapped_column(CODE)
    funding: Mapped[str] = mapped_column(CODE)
    note: Mapped[str] = mapped_column(Text, default="")
    annulled_on: Mapped[date | None]
    annulled_by: Mapped[str] = mapped_column(String(120), default="")
    annulment_reason: Mapped[str] = mapped_column(Text, default="")


class DocumentLink(Record):
    """How one document stands to another: it replies to it, repeats it, forwards it …."""

    __tablename__ = "document_link"
    __table_args__ = (
        UniqueConstraint("kind", "from_id", "to_id"),
        Index("ix_document_link_to_id", "to_id"),
    )

    kind: Mapped[str] = mapped_column(CODE)
    from_id: Mapped[str] = mapped_column(ID, ForeignKey("document.id"))
    to_id: Mapped[str] = mapped_column(ID, ForeignKey("document.id"))


class JournalPrint(Record):
    """How far a register's journal stands on paper: the last number, its sheet and its height."""

    __tablename__ = "journal_print"
    __table_args__ = (Index("ix_journal_print_register_id_period", "register_id", "period"),)

    register_id: Mapped[str] = mapped_column(ForeignKey("register.id"))
    period: Mapped[str] = mapped_column(String(20))
    last_number: Mapped[int]
    page: Mapped[int]
    y_mm: Mapped[float] = mapped_column(Float)
    printed_at: Mapped[str] = mapped_column(String(32))
