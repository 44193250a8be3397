"""The first tables: replica, journal, search, files; the directory; the correspondence desk."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _journal()
    _search_and_files()
    _office_and_parties()
    _files_and_views()
    _law()
    _registers()
    _documents()


def _journal() -> None:
    op.create_table(
        "replica",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.String(length=36), nullable=True),
        sa.Column("parent_sequence", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["replica.id"], name="fk_replica_parent_id"),
        sa.PrimaryKeyConstraint("id", name="pk_replica"),
        sa.UniqueConstraint("number", name="uq_replica_number"),
    )
    op.create_table(
        "journal",
        sa.Column("replica_id", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("clock", sa.String(length=20), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("actor", sa.String(length=120), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.CheckConstraint("sequence > 0", name="ck_journal_sequence_from_one"),
        sa.ForeignKeyConstraint(["replica_id"], ["replica.id"], name="fk_journal_replica_id"),
        sa.PrimaryKeyConstraint("replica_id", "sequence", name="pk_journal"),
        sa.UniqueConstraint("digest", name="uq_journal_digest"),
    )
    op.create_index("ix_journal_clock", "journal", ["clock"], unique=False)
    op.create_table(
        "journal_mention",
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("replica_id", sa.String(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["replica_id", "sequence"],
            ["journal.replica_id", "journal.sequence"],
            name="fk_journal_mention_replica_id_sequence",
        ),
        sa.PrimaryKeyConstraint("record_id", "replica_id", "sequence", name="pk_journal_mention"),
    )


def _search_and_files() -> None:
    op.create_table(
        "search_entry",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_search_entry"),
        sa.UniqueConstraint("record_id", name="uq_search_entry_record_id"),
    )
    op.create_index("ix_search_entry_kind", "search_entry", ["kind"], unique=False)
    op.create_table(
        "attached_file",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attached_file"),
    )
    op.create_index("ix_attached_file_record_id", "attached_file", ["record_id"], unique=False)
    op.create_index("ix_attached_file_sha256", "attached_file", ["sha256"], unique=False)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "number, name, words, kind, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
        )


def _office_and_parties() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("territory_code", sa.String(length=14), nullable=False),
        sa.Column("name_ky", sa.String(length=300), nullable=False),
        sa.Column("name_ru", sa.String(length=300), nullable=False),
        sa.Column("rayon_ky", sa.String(length=300), nullable=False),
        sa.Column("rayon_ru", sa.String(length=300), nullable=False),
        sa.Column("oblast_ky", sa.String(length=300), nullable=False),
        sa.Column("oblast_ru", sa.String(length=300), nullable=False),
        sa.Column("address_ky", sa.String(length=300), nullable=False),
        sa.Column("address_ru", sa.String(length=300), nullable=False),
        sa.Column("postcode", sa.String(length=20), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_office"),
    )
    op.create_table(
        "official",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(length=40), nullable=False),
        sa.Column("post_ky", sa.String(length=300), nullable=False),
        sa.Column("post_ru", sa.String(length=300), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("sort_key", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_official"),
    )
    op.create_table(
        "party",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sender_kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("short_name", sa.String(length=300), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=60), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.String(length=200), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("merged_into_id", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["merged_into_id"], ["party.id"], name="fk_party_merged_into_id"),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
    )
    op.create_index("ix_party_sort_key", "party", ["sort_key"], unique=False)


def _files_and_views() -> None:
    op.create_table(
        "case_file",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("case_index", sa.String(length=20), nullable=False),
        sa.Column("title_ky", sa.String(length=300), nullable=False),
        sa.Column("title_ru", sa.String(length=300), nullable=False),
        sa.Column("storage_term", sa.String(length=60), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("sort_key", sa.String(length=200), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_file"),
        sa.UniqueConstraint(
            "office_id", "year", "case_index", name="uq_case_file_office_id_year_case_index"
        ),
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_view"),
        sa.UniqueConstraint(
            "office_id", "place", "name", name="uq_saved_view_office_id_place_name"
        ),
    )


def _law() -> None:
    op.create_table(
        "legal_rule",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False),
        sa.Column("area", sa.String(length=40), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("rule_ky", sa.Text(), nullable=False),
        sa.Column("rule_ru", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=True),
        sa.Column("effective_to", sa.Date(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("use", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_legal_rule"),
    )
    op.create_index("ix_legal_rule_code", "legal_rule", ["code"], unique=False)
    op.create_table(
        "calendar_year",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_year"),
        sa.UniqueConstraint("office_id", "year", name="uq_calendar_year_office_id_year"),
    )
    op.create_table(
        "calendar_date",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name_ky", sa.String(length=300), nullable=False),
        sa.Column("name_ru", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_date"),
    )
    op.create_index("ix_calendar_date_day", "calendar_date", ["day"], unique=False)


def _registers() -> None:
    op.create_table(
        "register",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("direction", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("name_ky", sa.String(length=300), nullable=False),
        sa.Column("name_ru", sa.String(length=300), nullable=False),
        sa.Column("name_en", sa.String(length=300), nullable=False),
        sa.Column("template", sa.String(length=60), nullable=False),
        sa.Column("restart", sa.String(length=40), nullable=False),
        sa.Column("first_number", sa.Integer(), nullable=False),
        sa.Column("first_period", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_register"),
        sa.UniqueConstraint("office_id", "code", name="uq_register_office_id_code"),
    )
    op.create_table(
        "journal_print",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.String(length=36), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("y_mm", sa.Float(), nullable=False),
        sa.Column("printed_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["register_id"], ["register.id"], name="fk_journal_print_register_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_journal_print"),
    )
    op.create_index(
        "ix_journal_print_register_id_period",
        "journal_print",
        ["register_id", "period"],
        unique=False,
    )


def _documents() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.String(length=36), nullable=False),
        sa.Column("period", sa.String(length=20), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("number_text", sa.String(length=60), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("party_id", sa.String(length=36), nullable=False),
        sa.Column("party_key", sa.String(length=200), nullable=False),
        sa.Column("sender_reference", sa.String(length=60), nullable=False),
        sa.Column("sender_date", sa.Date(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("summary_key", sa.String(length=200), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=False),
        sa.Column("executor_id", sa.String(length=36), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_provisional", sa.Boolean(), nullable=False),
        sa.Column("term_rule_id", sa.String(length=36), nullable=True),
        sa.Column("executed_on", sa.Date(), nullable=True),
        sa.Column("execution_mark", sa.Text(), nullable=False),
        sa.Column("case_file_id", sa.String(length=36), nullable=True),
        sa.Column("dispatch", sa.String(length=40), nullable=False),
        sa.Column("power_kind", sa.String(length=40), nullable=False),
        sa.Column("funding", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("annulled_on", sa.Date(), nullable=True),
        sa.Column("annulled_by", sa.String(length=120), nullable=False),
        sa.Column("annulment_reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_file_id"], ["case_file.id"], name="fk_document_case_file_id"
        ),
        sa.ForeignKeyConstraint(["executor_id"], ["official.id"], name="fk_document_executor_id"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_document_party_id"),
        sa.ForeignKeyConstraint(["register_id"], ["register.id"], name="fk_document_register_id"),
        sa.ForeignKeyConstraint(
            ["term_rule_id"], ["legal_rule.id"], name="fk_document_term_rule_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint(
            "register_id", "period", "number", name="uq_document_register_id_period_number"
        ),
    )
    waiting, annulled = "annulled_on IS NULL AND executed_on IS NULL", "annulled_on IS NOT NULL"
    op.create_index("ix_document_case_file_id", "document", ["case_file_id"], unique=False)
    op.create_index(
        "ix_document_waiting",
        "document",
        ["register_id", "due_on"],
        unique=False,
        sqlite_where=sa.text(waiting),
        postgresql_where=sa.text(waiting),
    )
    op.create_index(
        "ix_document_annulled",
        "document",
        ["register_id"],
        unique=False,
        sqlite_where=sa.text(annulled),
        postgresql_where=sa.text(annulled),
    )
    op.create_index(
        "ix_document_register_id_due",
        "document",
        ["register_id", sa.text("coalesce(due_on, '9999-12-31')"), "id"],
        unique=False,
    )
    op.create_index("ix_document_party_id", "document", ["party_id", "registered_on"], unique=False)
    op.create_index(
        "ix_document_register_id_party_key",
        "document",
        ["register_id", "party_key", "id"],
        unique=False,
    )
    op.create_index(
        "ix_document_register_id_registered_on",
        "document",
        ["register_id", "registered_on", "id"],
        unique=False,
    )
    op.create_index(
        "ix_document_register_id_summary_key",
        "document",
        ["register_id", "summary_key", "id"],
        unique=False,
    )
    op.create_table(
        "document_link",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("office_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("from_id", sa.String(length=36), nullable=False),
        sa.Column("to_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["from_id"], ["document.id"], name="fk_document_link_from_id"),
        sa.ForeignKeyConstraint(["to_id"], ["document.id"], name="fk_document_link_to_id"),
        sa.PrimaryKeyConstraint("id", name="pk_document_link"),
        sa.UniqueConstraint("kind", "from_id", "to_id", name="uq_document_link_kind_from_id_to_id"),
    )
    op.create_index("ix_document_link_to_id", "document_link", ["to_id"], unique=False)
