"""The list of files from year to year, and the views a clerk keeps."""

import pytest

from msu_desktop.desks.directory.acts.case_files import (
    AddCaseFile,
    CopyCaseFiles,
    CorrectCaseFile,
    add_case_file,
    copy_case_files,
    correct_case_file,
)
from msu_desktop.desks.directory.acts.views import DeleteView, SaveView, delete_view, save_view
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import ViewsAsked, views
from msu_desktop.office.errors import RuleBroken
from msu_desktop.store.workplace import Workplace


def indexes(office: Workplace, year: int) -> list[str]:
    return [row.case_index for row in office.ask(case_files, CaseFilesAsked(year=year))]


def test_a_new_office_begins_with_a_list_of_files_in_the_order_of_numbers(
    office: Workplace,
) -> None:
    first = indexes(office, 2026)
    assert first[:2] == ["01-1", "01-2"]
    assert first.index("01-2") < first.index("01-10")


def test_the_list_of_files_is_copied_to_the_next_year(office: Workplace) -> None:
    copied = office.perform(copy_case_files, CopyCaseFiles(from_year=2026, to_year=2027))
    assert copied == len(indexes(office, 2026))
    assert indexes(office, 2027) == indexes(office, 2026)


def test_copying_again_adds_only_what_is_missing(office: Workplace) -> None:
    office.perform(copy_case_files, CopyCaseFiles(from_year=2026, to_year=2027))
    office.perform(add_case_file, AddCaseFile(year=2026, index="01-99", title_ky="Башка каттар"))
    assert office.perform(copy_case_files, CopyCaseFiles(from_year=2026, to_year=2027)) == 1


def test_a_closed_file_is_not_carried_over(office: Workplace) -> None:
    row = office.ask(case_files, CaseFilesAsked(year=2026))[0]
    closed = CorrectCaseFile(
        case_file_id=row.id, year=2026, index=row.case_index, title_ky=row.title_ky, closed=True
    )
    office.perform(correct_case_file, closed)
    office.perform(copy_case_files, CopyCaseFiles(from_year=2026, to_year=2027))
    assert row.case_index not in indexes(office, 2027)


def test_an_empty_year_cannot_be_copied(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="nothing_to_copy"):
        office.perform(copy_case_files, CopyCaseFiles(from_year=2030, to_year=2031))


def test_an_index_stands_in_the_list_of_a_year_once(office: Workplace) -> None:
    again = AddCaseFile(year=2026, index="01-1", title_ky="Дагы бир иш")
    with pytest.raises(RuleBroken, match="case_index_known") as refused:
        office.perform(add_case_file, again)
    assert refused.value.problem.field == "index"
    office.perform(add_case_file, AddCaseFile(year=2027, index="01-1", title_ky="Дагы бир иш"))


def test_a_view_is_kept_replaced_and_removed(office: Workplace) -> None:
    office.perform(save_view, SaveView(place="incoming", name="Мөөнөтү өткөн", content={"a": "1"}))
    kept = office.perform(
        save_view, SaveView(place="incoming", name="Мөөнөтү өткөн", content={"a": "2"})
    )
    office.perform(save_view, SaveView(place="outgoing", name="Жооптор", content={}))
    listed = office.ask(views, ViewsAsked(place="incoming"))
    assert [(one.name, one.content) for one in listed] == [("Мөөнөтү өткөн", {"a": "2"})]
    office.perform(delete_view, DeleteView(view_id=kept))
    assert office.ask(views, ViewsAsked(place="incoming")) == []


def test_a_view_needs_a_name(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="required"):
        office.perform(save_view, SaveView(place="incoming", name="  ", content={}))
