"""The example office: the same from the same seed, whole, and like a real one."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.demo import words
from msu_desktop.demo.generating import Made, fill, generate, working_days, years_before
from msu_desktop.demo.phrases import filled
from msu_desktop.desks.correspondence.queries.listing import DocumentsAsked, documents
from msu_desktop.desks.correspondence.queries.registers import (
    Journal,
    RegisterAsked,
    gaps,
    periods,
    register_journal,
)
from msu_desktop.desks.directory.queries.case_files import CaseFilesAsked, case_files
from msu_desktop.desks.directory.queries.office import OfficeAsked
from msu_desktop.desks.directory.queries.office import office as office_row
from msu_desktop.office import seeds
from msu_desktop.office.errors import Failure
from msu_desktop.store.check import check
from msu_desktop.store.engine import opened
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import open_folder
from msu_desktop.store.tables import JournalEntry

UNTIL = date(2026, 4, 22)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataFolder, Made]:
    folder = DataFolder(tmp_path_factory.mktemp("example") / "Ак-Башат")
    return folder, generate(folder, 1, 7, UNTIL)


@pytest.fixture
def office(made):
    workplace = open_folder(made[0], WIRING)
    yield workplace
    workplace.close()


def digests(folder: DataFolder) -> list[str]:
    with opened(folder.database) as connection:
        return list(connection.scalars(select(JournalEntry.digest).order_by(JournalEntry.sequence)))


def journal(office, register: str, year: str) -> Journal:
    return office.ask(register_journal, RegisterAsked(register=register, period=year))


def test_the_same_seed_gives_the_same_office_entry_by_entry(made, tmp_path: Path) -> None:
    again = DataFolder(tmp_path / "again")
    generate(again, 1, 7, UNTIL)
    assert digests(again) == digests(made[0])


def test_another_seed_gives_another_office(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path / "7"), DataFolder(tmp_path / "8")
    for seed, folder in ((7, first), (8, second)):
        fill(folder, 20, seed, UNTIL)
    assert set(digests(first)).isdisjoint(digests(second))


def test_an_office_that_is_set_up_is_not_made_an_example(made, tmp_path: Path) -> None:
    used = DataFolder(tmp_path / "used").create()
    shutil.copyfile(made[0].database, used.database)
    with pytest.raises(Failure):
        generate(used, 1, 7, UNTIL)
    assert digests(used) == digests(made[0])


def test_it_is_the_office_of_the_forms(office) -> None:
    row = office.ask(office_row, OfficeAsked())
    assert (row.name_ky, row.territory_code) == ("Ак-Башат айыл өкмөтү", "41799201801000")


def test_everything_in_it_is_whole(made) -> None:
    report = check(made[0], WIRING.searchables, CHECKS)
    assert report.findings == ()


def test_no_number_is_missing_and_those_typed_twice_are_annulled(office) -> None:
    for register in ("incoming", "outgoing"):
        for year in office.ask(periods, RegisterAsked(register=register)):
            report = office.ask(gaps, RegisterAsked(register=register, period=year))
            assert report.unbroken
            assert report.first == 1
    report = office.ask(gaps, RegisterAsked(register="incoming", period="2026"))
    assert report.annulled == (201,)


def test_three_letters_come_in_and_two_and_a_half_go_out_each_working_day(made) -> None:
    days = working_days(seeds.calendar_seed().calendar(), made[1].first, made[1].last)
    typed_twice = 2
    assert made[1].incoming == 3 * len(days) + typed_twice
    assert 2.45 <= made[1].outgoing / len(days) <= 2.55


def test_most_letters_come_from_state_bodies(office) -> None:
    kinds = Counter(row.document.sender_kind for row in journal(office, "incoming", "2025").rows)
    shares = {kind: 100 * count / kinds.total() for kind, count in kinds.items()}
    assert shares["state_body"] == pytest.approx(45, abs=1)
    assert shares["local_state_administration"] == pytest.approx(20, abs=1)
    assert shares["citizen"] == pytest.approx(15, abs=1)


def test_letters_are_answered_repeated_forgotten_and_set_right(office) -> None:
    incoming = journal(office, "incoming", "2025").rows
    outgoing = journal(office, "outgoing", "2025").rows
    assert 0.5 < sum(bool(row.answered_by) for row in incoming) / len(incoming) < 0.8
    assert 0.7 < sum(bool(row.answers) for row in outgoing) / len(outgoing) < 0.9
    assert any(row.answers for row in incoming)
    assert any("кайталанма" in row.document.summary for row in incoming)
    late = [r.document for r in incoming if r.document.due_on and r.document.executed_on]
    assert 0 < sum(one.executed_on > one.due_on for one in late) < len(late) / 3
    asked = DocumentsAsked(register="incoming", today=UNTIL, waiting=True, due_to=UNTIL)
    assert office.ask(documents, asked).rows
    with opened(office.database) as connection:
        acts = set(connection.scalars(select(JournalEntry.act).distinct()))
    assert {"correct_incoming", "link_documents", "mark_executed", "annul_document"} <= acts


def test_subjects_files_and_ways_differ_as_in_life(office) -> None:
    rows = [row.document for row in journal(office, "incoming", "2025").rows]
    assert len({row.summary for row in rows}) > len(rows) / 2
    assert len({row.party for row in rows}) > 60
    assert len({row.case_index for row in rows}) > 15
    assert len({row.power_kind for row in rows}) == 5
    assert len({row.funding for row in rows}) == 3
    out = [row.document for row in journal(office, "outgoing", "2025").rows]
    assert len({row.dispatch for row in out}) == 5


def test_the_new_year_begins_with_a_copy_of_the_list_of_files(office) -> None:
    old, new = (office.ask(case_files, CaseFilesAsked(year=year)) for year in (2025, 2026))
    assert [file.case_index for file in new] == [file.case_index for file in old]


def test_all_places_of_the_subjects_can_be_filled() -> None:
    from random import Random

    random = Random(7)
    subjects = words.subjects()
    texts = [matter.text for topic in subjects.topics for matter in topic.matters]
    texts += [text for topic in subjects.topics for text in (*topic.own, *topic.pleas)]
    texts += [*subjects.appeals, *subjects.requests]
    assert len(set(texts)) >= 150
    for text in texts:
        for month in (1, 12):
            done = filled(text, date(2026, month, 15), random)
            assert "{" not in done
            assert done[0] == done[0].upper()


def test_times_stand_in_their_right_cases() -> None:
    from random import Random

    def of_april(text: str) -> str:
        return filled(text, date(2026, 4, 22), Random(7))

    assert of_april("{quarter_attr} иши") == "2026-жылдын I чейрегиндеги иши"
    assert of_april("{month_attr} абалы") == "2026-жылдын апрелиндеги абалы"
    assert of_april("{as_of} калктын саны") == "2026-жылдын 1-апрелине карата калктын саны"
    assert of_april("{next_year_dat} план") == "2027-жылга план"
    assert filled("{quarter_attr}", date(2026, 2, 3), Random(7)).startswith("2025-жылдын IV")


def test_every_topic_of_a_body_has_letters_for_it() -> None:
    subjects = words.subjects()
    files = {file.index for file in seeds.case_files().files}
    roles = {person.role for person in words.office().officials}
    for topic in subjects.topics:
        assert topic.case_index in files
        assert topic.executor in roles
        assert all(matter.way in subjects.ways for matter in topic.matters)
    for body in words.bodies():
        assert body.case_index in files
        pleads = body.sender_kind in {"lsg_body", "kenesh", "other_organisation"}
        for name in body.topics:
            assert subjects.topic(name).pleas or not pleads


@pytest.mark.parametrize(
    ("day", "before"),
    [(date(2026, 4, 22), date(2023, 4, 22)), (date(2024, 2, 29), date(2021, 2, 28))],
)
def test_so_many_years_before_a_day_is_a_real_day(day: date, before: date) -> None:
    assert years_before(day, 3) == before


def test_very_many_letters_have_numbers_without_gaps_too(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "full")
    assert fill(folder, 700, 7, UNTIL).incoming == 700
    report = check(folder, WIRING.searchables, CHECKS)
    assert report.findings == ()
