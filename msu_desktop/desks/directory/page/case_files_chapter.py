"""The chapter of the list of files (иштердин номенклатурасы), year by year."""

from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from msu_desktop.desks.directory.acts.case_files import (
    INDEX_LIMIT,
    AddCaseFile,
    CopyCaseFiles,
    CorrectCaseFile,
    add_case_file,
    copy_case_files,
    correct_case_file,
)
from msu_desktop.desks.directory.model import NAME_LIMIT, SHORT_LIMIT
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.list_chapter import ListChapter
from msu_desktop.desks.directory.page.record_form import RecordForm
from msu_desktop.desks.directory.page.short_list import ShortList
from msu_desktop.desks.directory.page.year_bar import YearBar
from msu_desktop.desks.directory.queries.case_files import (
    CaseFileRow,
    CaseFilesAsked,
    case_files,
)
from msu_desktop.gui.models.paged import ChoiceFilter, Column, TextFilter
from msu_desktop.gui.widgets.fields.check import CheckField
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.fields.text import TextField
from msu_desktop.gui.widgets.form import Row
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.list_view import ListPane
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language, ngettext
from msu_desktop.office.errors import N_, RuleBroken
from msu_desktop.office.rules import Status


def status_choices() -> list[tuple[str, str]]:
    """Return how well something is known, to choose from."""
    return [(status.value, _(status.label)) for status in Status]


class CaseFilesChapter(ListChapter):
    """Keep the list of files of a year and carry it over to the next."""

    key = "case_files"
    title = N_("List of files")
    icon = "case"
    shows = frozenset({"case_file"})

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        self.years = YearBar(self.today().year)
        rows = ShortList(
            self._read,
            texts={"index": lambda one: one.case_index, "title": _title},
            choices={"status": lambda one: one.status},
        )
        self.list = ListPane(
            (
                Column(
                    "index",
                    N_("Index"),
                    lambda one: one.case_index,
                    80,
                    filter=TextFilter(of_numbers=True),
                ),
                Column("title", N_("Title of the file"), _title, 430, filter=TextFilter()),
                Column("term", N_("Storage term"), lambda one: one.storage_term, 130),
                Column(
                    "status",
                    N_("Status"),
                    lambda one: _(Status(one.status).label),
                    220,
                    filter=ChoiceFilter(status_choices),
                ),
            ),
            rows.fetch,
            rows.count,
            name="case_files",
            settings=bench.settings,
            struck=lambda one: one.closed,
            empty_text=_("The list of this year is empty. Copy the list of another year."),
        )
        self.lay_out(self._header(), self.list)
        self.years.chosen.connect(self._on_year)
        self.list.new_requested.connect(self.enter_new)
        self.list.correct_requested.connect(self.correct)
        self.list.row_opened.connect(self.correct)

    def _header(self) -> Header:
        header = Header(_("List of files"), _("Its index stands in the numbers of letters"))
        header.add_widget(self.years)
        self._copy = header.add_button("", "copy", self.copy_on)
        header.add_button(_("New file"), "plus", self.enter_new, primary=True, tip="Ctrl+N")
        self._name_copy()
        return header

    @Slot()
    def enter_new(self) -> None:
        """Open an empty form."""
        self.cover(CaseFileForm(self.bench, None, self.years.year), "index")

    @Slot(object)
    def correct(self, row: CaseFileRow) -> None:
        """Open the form of a file."""
        self.cover(CaseFileForm(self.bench, row, row.year), "index")

    @Slot()
    def copy_on(self) -> None:
        """Carry the open files of this year over to the next and show that."""
        year = self.years.year
        command = CopyCaseFiles(from_year=year, to_year=year + 1)
        try:
            copied = self.bench.perform(copy_case_files, command)
        except RuleBroken as broken:
            self.bench.messages.trouble(broken)
            return
        if copied is not None:
            self.bench.messages.tell(
                ngettext("{n} file was copied.", "{n} files were copied.", copied)
            )
            self.years.show_year(year + 1)

    def _read(self) -> list[CaseFileRow]:
        return self.bench.ask(case_files, CaseFilesAsked(year=self.years.year, with_closed=True))

    @Slot()
    def _on_year(self) -> None:
        self._name_copy()
        self.list.refresh()

    def _name_copy(self) -> None:
        self._copy.setText(_("Copy to {year}").format(year=self.years.year + 1))


class CaseFileForm(RecordForm):
    """Enter a file of the list, correct it or close it."""

    def __init__(self, bench: Workbench, row: CaseFileRow | None, year: int) -> None:
        title = _("Correct the file") if row else _("New file of {year}").format(year=year)
        key = f"case_file:{row.id}" if row else f"case_file:new:{year}"
        save = partial(_save, bench, row, year)
        super().__init__(bench, title, _rows(is_new=row is None), save, key)
        if row is None:
            self.show_values({"status": Status.UNVERIFIED.value})
        else:
            names = ("title_ky", "title_ru", "storage_term", "status", "closed")
            values = {name: getattr(row, name) for name in names}
            self.show_values({**values, "index": row.case_index})


def _rows(*, is_new: bool) -> list[Row]:
    rows: list[Row] = [
        [
            TextField("index", _("Index"), required=True, limit=INDEX_LIMIT, hint="01-12"),
            TextField("storage_term", _("Storage term"), limit=SHORT_LIMIT),
            ChoiceField("status", _("How well it is known"), status_choices()),
        ],
        [TextField("title_ky", _("Title in Kyrgyz"), required=True, limit=NAME_LIMIT)],
        [TextField("title_ru", _("Title in Russian"), limit=NAME_LIMIT)],
    ]
    closed = CheckField("closed", _("Closed: not offered for letters any more"))
    return rows if is_new else [*rows, [closed]]


def _save(
    bench: Workbench, row: CaseFileRow | None, year: int, typed: dict[str, Any]
) -> str | None:
    values = {**typed, "status": Status(typed["status"]), "year": year}
    if row is None:
        return bench.perform(add_case_file, AddCaseFile(**values))
    command = CorrectCaseFile(**values, case_file_id=row.id, version=row.version)
    return bench.perform(correct_case_file, command)


def _title(row: CaseFileRow) -> str:
    return row.title_ru if language() == "ru" and row.title_ru else row.title_ky
