"""The tables every desk stands on: what a record is, the replica, the journal, the search entries."""

from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

ID = String(36)
CODE = String(40)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The one collection of tables; Alembic alone creates them in a real database."""

    metadata = MetaData(naming_convention=NAMING)


class Record(Base):
    """A row of the office: it has an id, an owner and a version, and the journal follows it.

    ``version`` grows by one with each change, so that two cards open at once cannot overwrite
    each other unseen.
    """

    __abstract__ = True
    unjournaled: ClassVar[frozenset[str]] = frozenset({"id", "version"})

    id: Mapped[str] = mapped_column(ID, primary_key=True, sort_order=-3)
    office_id: Mapped[str] = mapped_column(ID, sort_order=-2)
    version: Mapped[int] = mapped_column(Integer, sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Let SQLAlchemy refuse to save a card that somebody else changed meanwhile."""
        return {"version_id_col": cls.version}


class Replica(Base):
    """One copy of the database; restoring a backup starts a new one that names its parent."""

    __tablename__ = "replica"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    number: Mapped[int] = mapped_column(Integer, unique=True)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("replica.id"))
    parent_sequence: Mapped[int | None]
    started_at: Mapped[str] = mapped_column(String(32))


class JournalEntry(Base):
    """What one act did: who, when, which fields of which records from what to what.

    Append-only. ``digest`` is the SHA-256 of the entry with the digest of the one before.
    """

    __tablename__ = "journal"
    __table_args__ = (CheckConstraint("sequence > 0", name="sequence_from_one"),)

    replica_id: Mapped[str] = mapped_column(ForeignKey("replica.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)
    clock: Mapped[str] = mapped_column(String(20), index=True)
    at: Mapped[str] = mapped_column(String(32))
    actor: Mapped[str] = mapped_column(String(120))
    act: Mapped[str] = mapped_column(CODE)
    changes: Mapped[str] = mapped_column(Text)
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64), unique=True)


class JournalMention(Base):
    """Which entries speak of a record: the way from a card to its history."""

    __tablename__ = "journal_mention"
    __table_args__ = (
        ForeignKeyConstraint(
            ["replica_id", "sequence"], ["journal.replica_id", "journal.sequence"]
        ),
    )

    record_id: Mapped[str] = mapped_column(ID, primary_key=True)
    replica_id: Mapped[str] = mapped_column(ID, primary_key=True)
    sequence: Mapped[int] = mapped_column(Integer, primary_key=True)


class SearchEntry(Base):
    """Which record stands behind a row of the full-text index."""

    __tablename__ = "search_entry"
    __table_args__ = (Index("ix_search_entry_kind", "kind"),)

    row: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    record_id: Mapped[str] = mapped_column(ID, unique=True)
    kind: Mapped[str] = mapped_column(CODE)


class AttachedFile(Record):
    """A file that lies beside the database under its SHA-256, and the record it belongs to."""

    __tablename__ = "attached_file"

    record_id: Mapped[str] = mapped_column(ID, index=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
