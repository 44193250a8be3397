"""How the command line reads and speaks: JSON in, JSON out, failures as one line of JSON."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from msu_desktop.bootstrap.wiring import open_office
from msu_desktop.desks.directory.model import PERSON_LIMIT
from msu_desktop.language.catalogue import words
from msu_desktop.language.tidying import Fields
from msu_desktop.office.errors import Failure, broken, sentence
from msu_desktop.store import settings as settings_file
from msu_desktop.store.folder import DataFolder, default_folder
from msu_desktop.store.startup import Manner
from msu_desktop.store.workplace import Workplace

NOT_UNDERSTOOD = sentence("not_understood", "The command cannot be read: {reason}.")


def write_line(value: Any) -> None:
    """Write a value as one line of JSON."""
    line = msgspec.json.encode(value, enc_hook=_as_json, order="deterministic").decode()
    print(line, flush=True)  # noqa: T201 - the answer itself


def _as_json(value: Any) -> Any:
    """Write what JSON does not know: a run of numbers as its first and last one."""
    if isinstance(value, range):
        return [value.start, value.stop - 1]
    raise TypeError(type(value))


def told(failure: Failure, language: str) -> dict[str, object]:
    """Return a failure as the command line tells it."""
    say = words(language)
    problems = [
        {
            "error": problem.code,
            "field": problem.field,
            "facts": dict(problem.facts),
            "message": say.say(problem),
        }
        for problem in failure.problems
    ]
    first = problems[0]
    answer: dict[str, object] = {name: first[name] for name in ("error", "facts", "message")}
    if failure.place is not None:
        answer["line"] = failure.place + 1
    return {**answer, "problems": problems}


def listen() -> None:
    """Have the streams in UTF-8; input may begin with a byte order mark, as Windows writes it.

    What is no UTF-8 comes in as lone surrogates, so that ``read`` can say so line by line.
    """
    streams = (sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")
    for stream, encoding in streams:
        errors = "surrogateescape" if stream is sys.stdin else "strict"
        stream.reconfigure(encoding=encoding, errors=errors)  # type: ignore[union-attr]


def in_utf8(text: str) -> bytes:
    """Return a text that was typed as bytes; RuleBroken ``not_understood`` when it was no UTF-8."""
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        reason = f"not UTF-8 at character {error.start + 1}"
        raise broken(NOT_UNDERSTOOD, reason=reason) from error


def read(text: str, kind: type[Any]) -> Any:
    """Read a command or arguments from JSON; RuleBroken ``not_understood`` says what is wrong."""
    try:
        return msgspec.json.decode(in_utf8(text.strip() or "{}"), type=kind)
    except msgspec.DecodeError as error:
        raise broken(NOT_UNDERSTOOD, reason=str(error)) from error


def lines() -> Iterator[tuple[int, str]]:
    """Yield the lines of standard input that hold something, with their places from 0."""
    return ((place, line) for place, line in enumerate(sys.stdin) if line.strip())


def folder_of(asked: argparse.Namespace) -> DataFolder:
    """Return the data folder that was named, or this user's usual one."""
    return DataFolder(Path(asked.data_dir)) if asked.data_dir else default_folder()


@contextmanager
def opened_office(asked: argparse.Namespace) -> Iterator[Workplace]:
    """Open the office beside whoever else works in it, and close it afterwards."""
    folder, fields = folder_of(asked), Fields()
    actor = fields.text("actor", asked.actor, PERSON_LIMIT, needed=False)
    fields.raise_problems()
    workplace = open_office(folder, settings_file.read(folder)[0], Manner(actor=actor))
    try:
        yield workplace
    finally:
        workplace.close()
