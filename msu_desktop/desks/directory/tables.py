"""The tables of the directory: the office, its officials, parties, files, rules and calendar."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from msu_desktop.store.tables import CODE, Record

NAME = String(300)
SORT_KEY = String(200)


class Office(Record):
    """A village municipal office, or a rayon administration that consolidates."""

    __tablename__ = "office"

    territory_code: Mapped[str] = mapped_column(String(14))
    name_ky: Mapped[str] = mapped_column(NAME)
    name_ru: Mapped[str] = mapped_column(NAME)
    rayon_ky: Mapped[str] = mapped_column(NAME)
    rayon_ru: Mapped[str] = mapped_column(NAME)
    oblast_ky: Mapped[str] = mapped_column(NAME)
    oblast_ru: Mapped[str] = mapped_column(NAME)
    address_ky: Mapped[str] = mapped_column(NAME, default="")
    address_ru: Mapped[str] = mapped_column(NAME, default="")
    postcode: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(120), default="")


class Official(Record):
    """A person of the office as papers name him: post and name, from when until when."""

    __tablename__ = "official"

    post: Mapped[str] = mapped_column(CODE)
    post_ky: Mapped[str] = mapped_column(NAME)
    post_ru: Mapped[str] = mapped_column(NAME)
    name: Mapped[str] = mapped_column(String(120))
    sort_key: Mapped[str] = mapped_column(SORT_KEY)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Party(Record):
    """A body or a person with whom the office corresponds."""

    __tablename__ = "party"
    __table_args__ = (Index("ix_party_sort_key", "sort_key"),)

    sender_kind: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(NAME)
    short_name: Mapped[str] = mapped_column(NAME, default="")
    address: Mapped[str] = mapped_column(NAME, default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(120), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    sort_key: Mapped[str] = mapped_column(SORT_KEY)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    merged_into_id: Mapped[str | None] = mapped_column(ForeignKey("party.id"))


class CaseFile(Record):
    """A file of the year's list of files (иштердин номенклатурасы)."""

    __tablename__ = "case_file"
    __table_args__ = (UniqueConstraint("office_id", "year", "case_index"),)

    year: Mapped[int]
    case_index: Mapped[str] = mapped_column(String(20))
    title_ky: Mapped[str] = mapped_column(NAME)
    title_ru: Mapped[str] = mapped_column(NAME, default="")
    storage_term: Mapped[str] = mapped_column(String(60), default="")
    status: Mapped[str] = mapped_column(CODE)
    sort_key: Mapped[str] = mapped_column(SORT_KEY)
    closed: Mapped[bool] = mapped_column(default=False)


class LegalRule(Record):
    """A dated rule with its legal basis and status; a change of law is a new row."""

    __tablename__ = "legal_rule"
    __table_args__ = (Index("ix_legal_rule_code", "code"),)

    code: Mapped[str] = mapped_column(CODE)
    topic: Mapped[str] = mapped_column(CODE)
    area: Mapped[str] = mapped_column(CODE)
    rule: Mapped[str] = mapped_column(Text)
    rule_ky: Mapped[str] = mapped_column(Text, default="")
    rule_ru: Mapped[str] = mapped_column(Text, default="")
    value: Mapped[str] = mapped_column(Text)
    unit: Mapped[str] = mapped_column(CODE)
    effective_from: Mapped[date | None]
    effective_to: Mapped[date | None]
    basis: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(CODE)
    note: Mapped[str] = mapped_column(Text)
    use: Mapped[str] = mapped_column(CODE)


class CalendarYear(Record):
    """A year of the working calendar that the office knows, with its status."""

    __tablename__ = "calendar_year"
    __table_args__ = (UniqueConstraint("office_id", "year"),)

    year: Mapped[int]
    status: Mapped[str] = mapped_column(CODE)
    note: Mapped[str] = mapped_column(Text, default="")


class CalendarDate(Record):
    """A day of the working calendar that is not an ordinary one."""

    __tablename__ = "calendar_date"
    __table_args__ = (Index("ix_calendar_date_day", "day"),)

    day: Mapped[date]
    kind: Mapped[str] = mapped_column(CODE)
    name_ky: Mapped[str] = mapped_column(NAME, default="")
    name_ru: Mapped[str] = mapped_column(NAME, default="")
    name_en: Mapped[str] = mapped_column(NAME, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(CODE)


class SavedView(Record):
    """A way of looking at a list that the clerk keeps: filters, order, under a name."""

    __tablename__ = "saved_view"
    __table_args__ = (UniqueConstraint("office_id", "place", "name"),)

    place: Mapped[str] = mapped_column(CODE)
    name: Mapped[str] = mapped_column(String(80))
    content: Mapped[str] = mapped_column(Text)
