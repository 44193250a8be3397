"""A dated rule in the clerk's own words."""

import re

import pytest
from pytestqt.qtbot import QtBot

from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.rule_words import (
    CHOICES,
    EITHER,
    UNITS,
    choices_beside,
    value_words,
)
from msu_desktop.desks.directory.page.rules_chapter import RulesChapter
from msu_desktop.desks.directory.page.settings import SettingsPage
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import words
from msu_desktop.office.rules import Rule, Status
from msu_desktop.office.seeds import rules

CYRILLIC = re.compile("[а-яөүң]", re.IGNORECASE)
SEEDED = {rule.code: rule for rule in rules()}


def test_every_choice_of_the_installed_rules_has_words_in_three_languages() -> None:
    for rule in rules():
        if rule.unit == "choice" and not CYRILLIC.search(rule.value):
            assert "_" not in CHOICES[rule.value]
    for msgid in CHOICES.values():
        for code in ("ky", "ru"):
            assert CYRILLIC.search(words(code)(msgid)), msgid


def test_every_unit_of_the_installed_rules_has_words_in_three_languages() -> None:
    for rule in rules():
        for code in ("ky", "ru"):
            assert words(code)(UNITS[rule.unit]) != rule.unit, rule.unit


@pytest.mark.usefixtures("bench")
@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("APL-05", "катталган күндөн тартып"),
        ("CAL-07", "ошол эле күнү бүтөт"),
        ("KEN-02", "бардык депутаттардын"),
        ("CAL-01", "дүйшөмбүдөн жумага чейин"),
        ("CAL-05", "23.02; 07.04; 07.11; 08.11"),
        ("COR-19", "жөнүндө, тууралуу"),
        ("APL-13", "катталат, жооп берилбейт"),
        ("KEN-22", "{s}/{q}"),
        ("STF-06", "60 (суроо)"),
    ],
)
def test_a_figure_is_shown_in_words(code: str, shown: str) -> None:
    assert value_words(SEEDED[code]) == shown


def test_a_choice_is_offered_with_all_its_alternatives() -> None:
    assert choices_beside("stays") == ("stays", "moves")
    assert choices_beside("14") == ()
    assert {value for codes in EITHER for value in codes} <= CHOICES.keys()


def test_the_form_of_a_rule_offers_its_choices_in_words(
    bench: Workbench, doors: Doors, qtbot: QtBot
) -> None:
    page = SettingsPage(doors, bench)
    qtbot.addWidget(page)
    page.show()
    chapter = page.open_chapter("rules")
    assert isinstance(chapter, RulesChapter)
    row = next(row for row in chapter._rows if row.rule.code == "CAL-07")
    chapter.list.select(row.id)
    chapter.correct()
    assert chapter.layers.form is not None
    field = chapter.layers.form.field("value")
    assert isinstance(field, ChoiceField)
    assert field.value() == "stays"
    field.set_value("moves")
    chapter.layers.form.save_requested.emit()
    saved: Rule = next(row.rule for row in chapter._rows if row.rule.code == "CAL-07")
    assert (saved.value, saved.status) == ("moves", Status.UNVERIFIED)
