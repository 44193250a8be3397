"""Read the command line and hand it to whoever answers it."""

import argparse
import os
import sys
from collections.abc import Callable

from msu_desktop.cli import acting, printing, upkeep
from msu_desktop.cli.speaking import folder_of, in_utf8, listen, told, write_line
from msu_desktop.language.catalogue import LANGUAGES, set_language
from msu_desktop.office.errors import Failure
from msu_desktop.store import settings as settings_file

Answer = Callable[[argparse.Namespace], int]


def main(arguments: list[str]) -> int:
    """Carry out one command line; return the exit status: 0 done, 1 refused."""
    listen()
    asked = _parser().parse_args(arguments)
    asked.language = asked.language or settings_file.read(folder_of(asked))[0].language
    set_language(asked.language)
    try:
        return _answered(arguments, asked)
    except BrokenPipeError:  # who read the answers has gone; Python would complain of it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _answered(arguments: list[str], asked: argparse.Namespace) -> int:
    answer: Answer = asked.answer
    try:
        for argument in arguments:
            in_utf8(argument)
        return answer(asked)
    except Failure as failure:
        write_line(told(failure, asked.language))
        return 1


def _window(asked: argparse.Namespace) -> int:
    from msu_desktop.bootstrap.window import open_window  # noqa: PLC0415 - Qt only for the window

    return open_window(folder_of(asked), asked.language)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="msu_desktop", description="Open the office's window.")
    _add_shared(parser, "")
    parser.set_defaults(answer=_window)
    commands = parser.add_subparsers(title="commands", metavar="")

    def command(name: str, answer: Answer, about: str) -> argparse.ArgumentParser:
        own = commands.add_parser(name, help=about, description=about)
        # Without a default of its own it does not overwrite what was said before its name.
        _add_shared(own, argparse.SUPPRESS)
        own.set_defaults(answer=answer)
        return own

    command("acts", acting.list_acts, "list every act with the JSON Schema of its command")
    command("queries", acting.list_queries, "list every query with the JSON Schema it takes")
    act = command("act", acting.act, "carry out an act; its command as JSON on standard input")
    act.add_argument("name")
    act.add_argument("--lines", action="store_true", help="a command a line, each for itself")
    act.add_argument("--together", action="store_true", help="a command a line, all or none")
    query = command("query", acting.query, "ask a query; its arguments as JSON on standard input")
    query.add_argument("name")
    command("search", acting.search, "find records by any word").add_argument("text")
    printing.add_options(command("paper", printing.paper, "write a journal as PDF or XLSX"))
    upkeep.add_commands(command)
    return parser


def _add_shared(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--data-dir", default=default, help="the folder of the office's data")
    parser.add_argument(
        "--language", default=default, choices=LANGUAGES, help="the language of messages"
    )
    parser.add_argument(
        "--actor", default=default, help="who acts; unless given, the secretary in post"
    )
