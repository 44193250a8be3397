"""The numbers of the registers: how they look, where they begin, that none is missing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.desks.correspondence.acts.numbering import (
    CorrectRegister,
    RecordPrint,
    correct_register,
    record_print,
)
from msu_desktop.desks.correspondence.queries.registers import (
    NextNumberAsked,
    RegisterAsked,
    RegistersAsked,
    next_number,
    periods,
    register_journal,
    registers,
)
from msu_desktop.desks.directory.acts.case_files import CopyCaseFiles, copy_case_files
from msu_desktop.office.errors import RuleBroken
from msu_desktop.office.numbering import Restart, gap_report
from msu_desktop.store.check import check


def corrects(clerk, register="incoming", **data) -> None:
    clerk.office.perform(correct_register, CorrectRegister(register=register, **data))


def next_of(clerk, register="incoming", **asked) -> str:
    args = NextNumberAsked(register=register, on=clerk.today, **asked)
    return clerk.office.ask(next_number, args)


def test_every_office_opens_with_two_registers(clerk) -> None:
    rows = clerk.office.ask(registers, RegistersAsked())
    assert [(row.code, row.form, row.template) for row in rows] == [
        ("incoming", "F01", "{n}"),
        ("outgoing", "F02", "{index}/{n}"),
    ]


def test_the_next_number_is_shown_before_it_is_given(clerk) -> None:
    file = clerk.file("06-3")
    assert next_of(clerk, "outgoing") == "…/1"
    assert next_of(clerk, "outgoing", case_file_id=file) == "06-3/1"
    assert clerk.sends(case_file_id=file).number == "06-3/1"
    assert next_of(clerk) == "1"


def test_another_template_can_be_tried_out_without_saving_it(clerk) -> None:
    assert next_of(clerk, template="К-{n:3}/{yy}") == "К-001/26"
    assert clerk.registers().number == "1"


def test_a_template_holds_from_now_on_and_numbers_given_stay(clerk) -> None:
    old = clerk.registers()
    corrects(clerk, template="{n}-{yy}")
    assert clerk.registers().number == "2-26"
    assert clerk.letter(old).number_text == "1"


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("", "number_template_empty"),
        ("01-12", "number_template_without_counter"),
        ("{index}/{yyyy}", "number_template_without_counter"),
        ("{n", "number_template_braces"),
        ("{сан}", "number_template_unknown"),
        ("{s}/{n}", "number_template_unknown"),
        ("{q}", "number_template_unknown"),
        ("{index}{n}", "number_template_no_sign_between"),
        ("{n}" + "-" * 60, "number_template_too_long"),
    ],
)
def test_a_template_that_cannot_number_letters_is_refused(clerk, template, code) -> None:
    with pytest.raises(RuleBroken) as refused:
        corrects(clerk, template=template)
    assert (refused.value.code, refused.value.problem.field) == (code, "template")
    assert clerk.registers().number == "1"


def test_the_first_number_continues_the_journal_on_paper(clerk) -> None:
    corrects(clerk, template="{n}", first_number=215)
    assert next_of(clerk) == "215"
    assert [clerk.registers().number for _ in range(2)] == ["215", "216"]
    report = clerk.gaps()
    assert (report.first, report.last, report.unbroken) == (215, 216, True)


def test_numbers_skipped_on_purpose_are_noted_by_the_check_and_are_no_damage(clerk, folder) -> None:
    clerk.registers()
    corrects(clerk, template="{n}", first_number=50)
    clerk.registers()
    report = check(folder, WIRING.searchables, CHECKS)
    assert report.is_sound
    assert [found.facts["skipped"] for found in report.findings] == [48]


def test_the_first_number_holds_for_its_year_alone(clerk, watch) -> None:
    corrects(clerk, template="{n}", first_number=215)
    clerk.registers()
    watch.set(11, 1, 2027)
    assert clerk.registers().number == "1"
    assert clerk.gaps(period="2027").first == 1


def test_a_first_number_below_those_given_is_refused(clerk) -> None:
    for _ in range(3):
        clerk.registers()
    for first in (-1, 0, 2, 3):
        with pytest.raises(RuleBroken) as refused:
            corrects(clerk, template="{n}", first_number=first)
        assert refused.value.problem.field == "first_number"
    assert clerk.registers().number == "4"


def test_the_template_can_be_changed_after_numbers_were_given(clerk) -> None:
    corrects(clerk, template="{n}", first_number=215)
    clerk.registers()
    corrects(clerk, template="К-{n}", first_number=215)
    assert clerk.registers().number == "К-216"


def test_numbers_begin_anew_with_the_year(clerk, watch) -> None:
    for _ in range(2):
        clerk.registers()
    clerk.sends()
    watch.set(11, 1, 2027)
    clerk.office.perform(copy_case_files, CopyCaseFiles(from_year=2026, to_year=2027))
    assert clerk.registers().number == "1"
    assert clerk.sends().number == "01-12/1"
    years = clerk.office.ask(periods, RegisterAsked(register="incoming"))
    assert years == ["2027", "2026"]
    assert [clerk.gaps(period=year).registered for year in years] == [1, 2]


def test_the_last_letter_of_the_old_year_is_still_the_old_years(clerk, watch) -> None:
    watch.set(11, 1, 2027)
    last = clerk.registers(registered_on=date(2026, 12, 31))
    first = clerk.registers()
    assert (last.number, first.number) == ("1", "1")
    assert clerk.letter(last).period == "2026"


def test_each_year_is_a_journal_of_its_own_in_which_the_order_of_dates_holds(clerk, watch) -> None:
    watch.set(11, 1, 2027)
    clerk.registers()
    late = clerk.registers(registered_on=date(2026, 12, 30))
    assert (late.number, clerk.letter(late).period) == ("1", "2026")
    assert clerk.is_refused(registered_on=date(2026, 12, 29)).code == "date_before_last"


def test_numbers_that_never_restart_go_on_over_the_year(clerk, watch) -> None:
    corrects(clerk, template="{n}", restart=Restart.NEVER)
    clerk.registers()
    watch.set(11, 1, 2027)
    assert clerk.registers().number == "2"
    assert clerk.gaps(period="*").registered == 2


def test_the_journal_holds_every_number_of_its_year_with_its_answers(clerk) -> None:
    asked = clerk.registers()
    clerk.annuls(clerk.registers())
    clerk.sends(replies_to=(asked.id,))
    journal = clerk.office.ask(register_journal, RegisterAsked(register="incoming", period="2026"))
    assert [row.document.number for row in journal.rows] == [1, 2]
    assert journal.rows[0].answered_by == (("01-12/1", date(2026, 4, 22)),)
    assert journal.rows[1].document.annulled_on == date(2026, 4, 22)


def test_the_journal_remembers_how_far_it_is_on_paper(clerk, watch) -> None:
    for last_number, page in ((200, 14), (260, 18)):
        printed = RecordPrint(
            register="incoming", period="2026", last_number=last_number, page=page, y_mm=91.5
        )
        clerk.office.perform(record_print, printed)
        watch.forward(minutes=5)
    journal = clerk.office.ask(register_journal, RegisterAsked(register="incoming", period="2026"))
    assert (journal.printed_number, journal.printed_page, journal.printed_y_mm) == (260, 18, 91.5)


@given(annulled=st.sets(st.integers(1, 60)), last=st.integers(0, 60))
def test_the_report_on_numbers_always_adds_up(annulled: set[int], last: int) -> None:
    dead = {number for number in annulled if number <= last}
    report = gap_report((n for n in range(1, last + 1) if n not in dead), dead)
    assert report.adds_up
    assert report.unbroken
    assert report.annulled == tuple(sorted(dead))
    assert report.last == last


@given(numbers=st.sets(st.integers(1, 80), min_size=1), taken=st.data())
def test_a_number_nobody_has_is_reported(numbers: set[int], taken: st.DataObject) -> None:
    dead = taken.draw(st.sets(st.sampled_from(sorted(numbers))))
    report = gap_report(numbers - dead, dead)
    skipped = {number for run in report.skipped for number in run}
    assert skipped == set(range(1, max(numbers) + 1)) - numbers
    assert report.adds_up
    assert report.unbroken == (not skipped)
