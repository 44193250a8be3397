import os
import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from msu_desktop.language import catalogue
from msu_desktop.language.catalogue import Words, read_catalogue
from msu_desktop.office.errors import Problem, RuleBroken, Sentence
from msu_desktop.office.places import ROOT

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {forms};\\n"

msgid "Save"
msgstr "{save}"

msgid "Until {{day}}"
msgstr "{until}"

msgid "Broken {{one}}"
msgstr "{{other}}"

msgid "{{n}} letter"
msgid_plural "{{n}} letters"
{letters}
"""
KY = PO.format(
    forms="nplurals=1; plural=0",
    save="Сактоо",
    until="{day} чейин",
    letters='msgstr[0] "{n} кат"',
)
RU = PO.format(
    forms="nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
    save="Сохранить",
    until="До {day}",
    letters='msgstr[0] "{n} письмо"\nmsgstr[1] "{n} письма"\nmsgstr[2] "{n} писем"',
)


class Power(Enum):
    OWN = "own"
    SAVE = "Save"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, text in (("ky", KY), ("ru", RU)):
        place = tmp_path / language / "LC_MESSAGES"
        place.mkdir(parents=True)
        (place / "msu.po").write_text(text, encoding="utf-8")
    return tmp_path


def speak(folder: Path, language: str) -> Words:
    return Words(language, read_catalogue(folder, language))


def compile_po(folder: Path, language: str) -> Path:
    source = folder / language / "LC_MESSAGES" / "msu.po"
    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    target = source.with_suffix(".mo")
    target.write_bytes(compiled.getvalue())
    return target


def test_a_text_is_said_in_the_readers_language(folder):
    assert speak(folder, "ky")("Save") == "Сактоо"
    assert speak(folder, "ru")("Save") == "Сохранить"


def test_a_text_without_translation_stays_in_english(folder):
    assert speak(folder, "ky")("Nobody translated me") == "Nobody translated me"
    assert speak(folder, "en")("Save") == "Save"
    assert speak(folder, "ky")("") == ""


def test_a_translation_with_other_facts_gives_way_to_the_source(folder):
    assert speak(folder, "ky")("Broken {one}") == "Broken {one}"


@pytest.mark.parametrize(
    ("n", "ky", "ru"),
    [
        (0, "0 кат", "0 писем"),
        (1, "1 кат", "1 письмо"),
        (3, "3 кат", "3 письма"),
        (11, "11 кат", "11 писем"),
        (21, "21 кат", "21 письмо"),
    ],
)
def test_letters_are_counted_as_each_language_counts(folder, n, ky, ru):
    assert speak(folder, "ky").plural("{n} letter", "{n} letters", n) == ky
    assert speak(folder, "ru").plural("{n} letter", "{n} letters", n) == ru


def test_english_counts_one_letter_and_two_letters(folder):
    english = speak(folder, "en")
    assert english.plural("{n} letter", "{n} letters", 1) == "1 letter"
    assert english.plural("{n} letter of {who}", "{n} letters of {who}", 2, who="ЖӨБ") == (
        "2 letters of ЖӨБ"
    )


def test_the_compiled_catalogue_is_read_and_a_newer_source_goes_first(folder):
    target = compile_po(folder, "ky")
    source = target.with_suffix(".po")
    source.write_text(KY.replace("Сактоо", "Жазуу"), encoding="utf-8")
    os.utime(target, (1000, 1000))
    os.utime(source, (900, 900))
    assert speak(folder, "ky")("Save") == "Сактоо"
    os.utime(source, (1100, 1100))
    assert speak(folder, "ky")("Save") == "Жазуу"
    source.unlink()
    assert speak(folder, "ky")("Save") == "Сактоо"


def test_a_problem_is_said_with_its_facts(folder):
    until = Sentence("until", "Until {day}")
    problem = Problem(until, {"day": date(2026, 4, 5)})
    assert speak(folder, "ky").say(problem) == "05.04.2026 чейин"
    assert speak(folder, "ru").say(until, {"day": datetime(2026, 4, 5, 9, 7).astimezone()}) == (
        "До 05.04.2026 09:07"
    )
    assert speak(folder, "en").say(RuleBroken(problem, problem)) == (
        "Until 05.04.2026\nUntil 05.04.2026"
    )


def test_a_missing_fact_never_stops_the_sentence(folder):
    assert speak(folder, "ky").say(Sentence("until", "Until {day}")) == "{day} чейин"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12345, "12345"),
        (Decimal("1234.50"), "1234,50"),
        (["a", 2, date(2026, 1, 2)], "a, 2, 02.01.2026"),
        (Power.SAVE, "Сактоо"),
        (Power.OWN, "own"),
        ("Save", "Сактоо"),
        (Sentence("save", "Save"), "Сактоо"),
        (None, "None"),
    ],
)
def test_facts_are_written_as_the_reader_expects(folder, value, text):
    assert speak(folder, "ky").fact(value) == text


def test_the_window_changes_its_language_without_restart(folder, monkeypatch):
    monkeypatch.setattr(catalogue, "TRANSLATIONS", folder)
    catalogue.words.cache_clear()
    catalogue.set_language("ru")
    try:
        assert (catalogue.language(), catalogue._("Save")) == ("ru", "Сохранить")
        catalogue.set_language("ky")
        assert catalogue._("Save") == "Сактоо"
        assert catalogue.ngettext("{n} letter", "{n} letters", 4) == "4 кат"
        assert catalogue.say(Sentence("save", "Save"), "ru") == "Сохранить"
        with pytest.raises(ValueError, match="xx"):
            catalogue.set_language("xx")
        assert catalogue.language() == "ky"
    finally:
        catalogue.set_language(catalogue.DEFAULT)
        catalogue.words.cache_clear()


def test_starting_the_program_does_not_wait_for_babel():
    code = (
        "import sys, msu_desktop.language.catalogue;"
        "sys.exit(any(name.startswith('babel') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
