"""What the program brings along."""

import re
from collections import Counter
from datetime import date

from msu_desktop.office.numbering import NumberTemplate, Restart
from msu_desktop.office.parties import Funding, PowerKind, SenderKind
from msu_desktop.office.rules import Status, Use, check_dates
from msu_desktop.office.seeds import calendar_seed, case_files, registers, rules, territory


def test_all_rules_are_there_and_each_code_once():
    codes = Counter(rule.code for rule in rules())
    assert len(codes) == codes.total() == 149
    for rule in rules():
        check_dates(rule)
        assert rule.basis


def test_every_rule_is_worded_in_three_languages():
    for rule in rules():
        assert rule.named("ky") != rule.rule, rule.code
        assert rule.named("ru") != rule.rule, rule.code
        assert rule.named("en") == rule.rule


def test_on_any_day_one_topic_has_at_most_one_row_in_use():
    days = [date(2010, 1, 1), date(2018, 2, 14), date(2025, 1, 22), date(2025, 1, 23)]
    for day in [*days, date(2026, 5, 11)]:
        in_use = Counter(rule.subject for rule in rules() if rule.is_in_force(day))
        assert max(in_use.values()) == 1


def test_bills_and_superseded_rules_are_brought_along_switched_off():
    uses = Counter(rule.use for rule in rules())
    assert uses[Use.INACTIVE] == 1
    assert set(uses) == set(Use)


def test_every_day_of_the_calendar_lies_in_its_year_and_has_its_names():
    for year in calendar_seed().years:
        days = [row.day for row in year.days]
        assert days == sorted(set(days))
        assert {day.year for day in days} == {year.year}
        assert len(year.working_days_by_month) == 12
        assert all(row.name_ky and row.name_ru and row.name_en for row in year.days)


def test_the_territory_hangs_together():
    codes = {unit.code for unit in territory()}
    levels = Counter(unit.level for unit in territory())
    assert len(codes) == 66
    assert (levels["oblast"], levels["rayon"], levels["city"]) == (7, 40, 12)
    for unit in territory():
        assert re.fullmatch(r"417\d{11}", unit.code)
        assert unit.parent_code in codes or unit.level == "country"


def test_the_list_of_files_has_its_own_indexes_and_no_storage_terms():
    seed = case_files()
    indexes = [file.index for file in seed.files]
    assert len(indexes) == len(set(indexes))
    assert {"01-7", "01-12", "01-15", "02-03"} <= set(indexes)
    assert {file.section for file in seed.files} == {section.index for section in seed.sections}
    for file in seed.files:
        assert file.index.startswith(f"{file.section}-")
        assert (file.storage_term, file.status) == ("", Status.UNVERIFIED)


def test_an_office_begins_with_the_incoming_and_the_outgoing_register():
    incoming, outgoing = registers()
    assert (incoming.form, incoming.template, incoming.restart) == ("F01", "{n}", Restart.YEARLY)
    assert (outgoing.form, outgoing.template) == ("F02", "{index}/{n}")
    assert NumberTemplate.parse(outgoing.template).needs_index


def test_every_kind_of_party_power_and_funding_has_words():
    for kinds in (SenderKind, PowerKind, Funding):
        labels = [kind.label for kind in kinds]
        assert len(set(labels)) == len(labels)
    assert [kind for kind in SenderKind if kind.is_person] == [SenderKind.CITIZEN]


def test_every_act_and_note_of_a_rule_reads_in_kyrgyz():
    address = re.compile(r"\S+\.(?:kg|ru|org|info)\b\S*")
    for rule in rules():
        for text in filter(None, (rule.basis, rule.note)):
            words = re.sub(r"\{\w+\}", "", address.sub("", text))
            assert not re.search("[A-Za-z]{4}", words), rule.code
            assert re.search("[А-Яа-яӨөҮүҢң]", words) or address.search(text)


def test_a_list_or_a_text_of_a_rule_holds_no_english_words():
    for rule in rules():
        if rule.unit in {"list", "text", "map"}:
            assert not re.search("[A-Za-z]{3}", rule.value), rule.code
