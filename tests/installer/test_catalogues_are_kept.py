"""How the catalogues follow the code and what keeps them from being complete."""

import gettext
from pathlib import Path

import pytest
from words import (
    PLURALS,
    catalogue_path,
    check,
    compile_all,
    extract,
    faults,
    read,
    take,
    update,
)

CODE = """
ANNULLED = sentence("annulled", "Letter {number} is " "annulled.")
LABEL = N_("Letter")

def sentence(code, text): ...

def title(n):
    return plural("{n} letter", "{n} letters", n) + _("Two\\nlines") + f"{n}" + _(LABEL)
"""
LINES = (
    "Letter {number} is annulled.\t{number} каты жокко чыгарылды.\tПисьмо {number} аннулировано.",
    "Letter\tКат\tПисьмо",
    "{n} letter||{n} letters\t{n} кат\t{n} письмо||{n} письма||{n} писем",
    r"Two\nlines" + "\t" + r"Эки\nсап" + "\t" + r"Две\nстроки",
)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "letters.py").write_text(CODE, "utf-8")
    return folder


@pytest.fixture
def words_file(tmp_path: Path) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text("\n".join(LINES), "utf-8")
    return path


@pytest.fixture
def kept(tmp_path: Path, package: Path, words_file: Path) -> Path:
    folder = tmp_path / "translations"
    update(folder, extract(package), take([words_file]))
    return folder


def replace(folder: Path, language: str, old: str, new: str) -> None:
    path = catalogue_path(folder, language)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_every_marked_text_is_found_and_nothing_else(package: Path):
    assert set(extract(package).values()) == {
        "Letter {number} is annulled.",
        "Letter",
        ("{n} letter", "{n} letters"),
        "Two\nlines",
    }


def test_words_of_a_file_make_the_catalogues_complete(kept: Path, package: Path):
    assert check(kept, extract(package)) == 0
    assert read(kept, "ky").get("Letter").string == "Кат"


def test_a_text_without_translation_is_named(kept: Path, package: Path):
    (package / "more.py").write_text('_("New text")\n', "utf-8")
    found = extract(package)
    update(kept, found, {})
    assert list(faults(kept, "ky", found)) == ["ky: not translated: New text"]
    assert list(faults(kept, "en", found)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Письмо {number}", "Письмо {nomer}", "other {facts} than in the code"),
        ("{n} писем", "", "not translated"),
        ('msgid "Letter"', '#, fuzzy\nmsgid "Letter"', "fuzzy"),
        ('msgid "Letter"', 'msgid "Epistle"', "not in the catalogue"),
        (
            'msgid "Letter"',
            'msgid "Old"\nmsgstr "Старое"\n\nmsgid "Letter"',
            "no longer in the code",
        ),
        ('msgid "Letter"', '#~ msgid "Old"\n#~ msgstr "Старое"\n\nmsgid "Letter"', "no longer in"),
    ],
)
def test_what_is_not_right_in_a_catalogue_is_said(
    kept: Path, package: Path, old: str, new: str, fault: str
):
    replace(kept, "ru", old, new)
    assert fault in "\n".join(faults(kept, "ru", extract(package)))


def test_a_text_that_left_the_code_leaves_the_catalogues(kept: Path, package: Path):
    (package / "letters.py").write_text('_("Letter")\n', "utf-8")
    found = extract(package)
    update(kept, found, {})
    assert check(kept, found) == 0
    assert [message.id for message in read(kept, "ru") if message.id] == ["Letter"]


def test_a_second_update_changes_no_byte(kept: Path, package: Path):
    before = [catalogue_path(kept, language).read_bytes() for language in PLURALS]
    update(kept, extract(package), {})
    assert [catalogue_path(kept, language).read_bytes() for language in PLURALS] == before


def test_kyrgyz_counts_with_one_form_and_russian_with_three(kept: Path):
    compile_all(kept)
    said = {language: gettext.translation("msu", kept, [language]).ngettext for language in PLURALS}
    counts = (1, 2, 5, 21)
    for language, forms in {
        "ky": ["{n} кат"] * 4,
        "ru": ["{n} письмо", "{n} письма", "{n} писем", "{n} письмо"],
        "en": ["{n} letter", "{n} letters", "{n} letters", "{n} letters"],
    }.items():
        assert [said[language]("{n} letter", "{n} letters", n) for n in counts] == forms


@pytest.mark.parametrize(
    "line", ["Letter\tКат", "{n} letter||{n} letters\t{n} кат\t{n} письмо||{n} писем"]
)
def test_a_line_with_too_few_words_is_refused_with_its_place(tmp_path: Path, line: str):
    path = tmp_path / "words.tsv"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(SystemExit, match=r"words\.tsv:2"):
        take([path])
