"""Keep the catalogues in step with the code: extract, update, take in words, check, compile.

Run through ``python3 installer/dev.py words``. A catalogue holds no dates and no places, so that
its diff shows words only.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "plural": (1, 2), "sentence": (2,)}
PLURALS = {
    "ky": "nplurals=1; plural=0;",  # a noun does not change after a numeral: 1 кат, 5 кат
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
        "(n%100<10 || n%100>=20) ? 1 : 2);"
    ),
    "en": "nplurals=2; plural=(n != 1);",
}
SOURCE = "en"
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: MSU Desktop\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""

Msgid = str | tuple[str, str]
Forms = tuple[str, ...]


class Words(NamedTuple):
    """What one line of a words file gives: a text, or singular and plural, in ky and ru."""

    msgid: Msgid
    ky: Forms
    ru: Forms


def catalogue_path(folder: Path, language: str) -> Path:
    """Return where the catalogue of a language lies."""
    return folder / language / "LC_MESSAGES" / "msu.po"


def as_forms(text: object) -> Forms:
    """Return a text, or a text for each number, as a tuple."""
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]  # Babel


def key_of(msgid: object) -> str:
    """Return what gettext looks a text up by: the singular of a pair."""
    return as_forms(msgid)[0]


def extract(package: Path) -> dict[str, Msgid]:
    """Return the marked texts of the code by their key; a pair wins over its bare singular."""
    found: dict[str, Msgid] = {}
    for _file, _line, msgid, _comments, _context in extract_from_dir(
        package, [("**.py", "python")], keywords=KEYWORDS
    ):
        pair = msgid if isinstance(msgid, str) else (msgid[0], msgid[1])
        if key_of(pair) and not isinstance(found.get(key_of(pair)), tuple):
            found[key_of(pair)] = pair
    return found


def empty(language: str) -> Catalog:
    """Return a catalogue with nothing but its header."""
    header = HEADER.format(language=language, plurals=PLURALS[language])
    return read_po(BytesIO(header.encode()), locale=language)


def read(folder: Path, language: str) -> Catalog:
    """Return the catalogue of a language, an empty one if there is no file yet."""
    path = catalogue_path(folder, language)
    if not path.exists():
        return empty(language)
    return read_po(BytesIO(path.read_bytes()), locale=language, abort_invalid=True)


def write(folder: Path, language: str, catalogue: Catalog) -> None:
    """Write a catalogue sorted, with the fixed header, without obsolete texts."""
    body = BytesIO()
    write_po(
        body,
        catalogue,
        width=0,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
        no_location=True,
    )
    header = HEADER.format(language=language, plurals=PLURALS[language])
    path = catalogue_path(folder, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"{header}\n{body.getvalue().decode().strip()}\n".encode())


def update(folder: Path, found: dict[str, Msgid], taken: dict[str, Words]) -> None:
    """Write each catalogue anew from the code's texts, what it said before and what is taken in."""
    for language in PLURALS:
        old, new = read(folder, language), empty(language)
        for key, msgid in found.items():
            given = forms(language, msgid, taken.get(key), old.get(key))
            new.add(msgid, given if isinstance(msgid, tuple) else given[0])
        write(folder, language, new)


def forms(language: str, msgid: Msgid, words: Words | None, old: Message | None) -> Forms:
    """Return the translation of one text: newly taken, else as before, else empty."""
    if language == SOURCE:
        return as_forms(msgid)
    if words is not None and isinstance(words.msgid, type(msgid)):
        return words.ky if language == "ky" else words.ru
    if old is not None and isinstance(msgid, tuple) == old.pluralizable and not old.fuzzy:
        return as_forms(old.string)
    return ("",) * (empty(language).num_plurals if isinstance(msgid, tuple) else 1)


def words_of(lines: list[str], place: str) -> Iterator[Words]:
    """Read the lines of a words file: ``msgid<TAB>ky<TAB>ru``, plural forms parted by ``||``."""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip(" \r").replace("\\n", "\n") for cell in line.split("\t")]
        if len(cells) != 3:  # msgid, ky, ru
            raise SystemExit(f"{place}:{number}: three columns parted by tabs are needed: {line}")
        source, ky, ru = (tuple(cell.split("||")) for cell in cells)
        pair = len(source) == 2
        if len(source) > 2 or len(ky) != 1 or len(ru) != (3 if pair else 1):
            raise SystemExit(f"{place}:{number}: the number of forms is not right: {line}")
        yield Words((source[0], source[1]) if pair else source[0], ky, ru)


def take(files: list[Path]) -> dict[str, Words]:
    """Read words files; the first file to translate a text keeps it, others are named."""
    taken: dict[str, Words] = {}
    for path in files:
        for words in words_of(path.read_text("utf-8-sig").splitlines(), path.name):
            kept = taken.setdefault(key_of(words.msgid), words)
            if kept != words:
                print(f"{path.name}: another translation is kept of: {words.msgid}")
    return taken


def placeholders(text: str) -> frozenset[str]:
    """Return the ``{facts}`` of a text."""
    return frozenset(re.findall(r"\{[^{}]*\}", text))


def faults_of(language: str, msgid: Msgid, message: Message | None) -> str | None:
    """Return what is not right with the translation of one text."""
    if message is None or as_forms(message.id) != as_forms(msgid):
        return "not in the catalogue"
    if message.fuzzy:
        return "fuzzy"
    given = as_forms(message.string)
    wanted = empty(language).num_plurals if isinstance(msgid, tuple) else 1
    if len(given) != wanted or not all(given):
        return "not translated"
    if language == SOURCE and given != as_forms(msgid):
        return "the source language differs from the code"
    allowed = {placeholders(source) for source in as_forms(msgid)}
    if not {placeholders(form) for form in given} <= allowed:
        return "other {facts} than in the code"
    return None


def faults(folder: Path, language: str, found: dict[str, Msgid]) -> Iterator[str]:
    """Yield a line for each text that keeps a catalogue from being complete."""
    try:
        catalogue = read(folder, language)
    except PoFileError as error:
        yield f"{language}: {error}"
        return
    for key, msgid in sorted(found.items()):
        fault = faults_of(language, msgid, catalogue.get(key))
        if fault:
            yield f"{language}: {fault}: {key}"
    spoken = [key_of(message.id) for message in catalogue if message.id]
    for key in [*spoken, *(key_of(message.id) for message in catalogue.obsolete.values())]:
        if key not in found or key in catalogue.obsolete:
            yield f"{language}: no longer in the code: {key}"


def check(folder: Path, found: dict[str, Msgid]) -> int:
    """Print what is missing in the catalogues; return the exit status."""
    lines = [line for language in PLURALS for line in faults(folder, language, found)]
    print(
        "\n".join(lines) if lines else f"{len(found)} texts are complete in {', '.join(PLURALS)}."
    )
    if lines:
        print(
            "Run: python3 installer/dev.py words, translate what is empty, commit the catalogues."
        )
    return 1 if lines else 0


def compile_all(folder: Path) -> None:
    """Write the .mo beside each .po, whole or not at all."""
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        made = BytesIO()
        write_mo(made, read_po(BytesIO(path.read_bytes()), locale=path.parts[-3]))
        unfinished = path.with_suffix(".mo.new")
        unfinished.write_bytes(made.getvalue())
        unfinished.replace(path.with_suffix(".mo"))


def main(arguments: list[str]) -> int:
    """Carry out ``update``, ``take FILE…``, ``check`` or ``compile``."""
    command, files = (arguments or [""])[0], [Path(name) for name in arguments[1:]]
    if command == "compile":
        compile_all(TRANSLATIONS)
        return 0
    found = extract(ROOT / "msu_desktop")
    if command == "check":
        return check(TRANSLATIONS, found)
    if command not in ("update", "take"):
        raise SystemExit("words.py update | take FILE… | check | compile")
    taken = take(files)
    for key in sorted(taken.keys() - found.keys()):
        print(f"not in the code: {key}")
    update(TRANSLATIONS, found, taken)
    compile_all(TRANSLATIONS)
    return check(TRANSLATIONS, found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
