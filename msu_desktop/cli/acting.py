"""Acts and queries on the command line, through the same functions as the window."""

import argparse
import sys
from typing import Any

import msgspec

from msu_desktop.bootstrap.wiring import ACTS, QUERIES
from msu_desktop.cli.speaking import lines, opened_office, read, told, write_line
from msu_desktop.desks.today.queries import SearchAsked, search_everything
from msu_desktop.office.errors import Failure, broken, sentence
from msu_desktop.store.workplace import Workplace

NO_SUCH_ACT = sentence("no_such_act", "There is no act «{name}»: `acts` lists them all.")
NO_SUCH_QUERY = sentence("no_such_query", "There is no query «{name}»: `queries` lists them all.")


def list_acts(_: argparse.Namespace) -> int:
    """List every act with the JSON Schema of its command."""
    write_line({name: _described(one, one.command) for name, one in sorted(ACTS.items())})
    return 0


def list_queries(_: argparse.Namespace) -> int:
    """List every query with the JSON Schema of its arguments."""
    write_line({name: _described(one, one.args) for name, one in sorted(QUERIES.items())})
    return 0


def _described(what: Any, asked: type[Any]) -> dict[str, object]:
    about = (what.run.__doc__ or "").strip().splitlines()[0]
    return {"about": about, "takes": msgspec.json.schema(asked), "gives": _schema(what.result)}


def _schema(kind: Any) -> dict[str, Any]:
    if kind is type(None):
        return {"type": "null"}
    return msgspec.json.schema(kind, schema_hook=_schema_of_range)


def _schema_of_range(_: type[Any]) -> dict[str, Any]:
    """Describe a run of numbers as it is written: its first and its last."""
    return {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}


def act(asked: argparse.Namespace) -> int:
    """Carry out an act: one command, a line each for itself, or all lines together."""
    chosen = ACTS.get(asked.name)
    if chosen is None:
        raise broken(NO_SUCH_ACT, name=asked.name)
    with opened_office(asked) as workplace:
        if asked.together:
            return _act_on_all(workplace, chosen)
        if asked.lines:
            return max(
                [_act_on_line(workplace, chosen, line, asked) for _, line in lines()], default=0
            )
        command = read(sys.stdin.read(), chosen.command)
        write_line({"result": workplace.perform(chosen, command)})
    return 0


def _act_on_all(workplace: Workplace, act: Any) -> int:
    """Carry out all lines or none; a failure names the line as an editor counts it."""
    places: list[int] = []
    commands = []
    try:
        for place, line in lines():
            places.append(place)
            commands.append(read(line, act.command))
        results = workplace.perform_all(act, commands)
    except Failure as failure:
        if failure.place is not None:
            failure.place = places[failure.place]
        elif len(commands) < len(places) or len(places) == 1:
            failure.place = places[-1]
        raise
    for result in results:
        write_line({"result": result})
    return 0


def _act_on_line(workplace: Workplace, act: Any, line: str, asked: argparse.Namespace) -> int:
    try:
        write_line({"result": workplace.perform(act, read(line, act.command))})
    except Failure as failure:
        write_line(told(failure, asked.language))
        return 1
    return 0


def query(asked: argparse.Namespace) -> int:
    """Ask a query."""
    chosen = QUERIES.get(asked.name)
    if chosen is None:
        raise broken(NO_SUCH_QUERY, name=asked.name)
    args = read(sys.stdin.read(), chosen.args)
    with opened_office(asked) as workplace:
        write_line({"result": workplace.ask(chosen, args)})
    return 0


def search(asked: argparse.Namespace) -> int:
    """Find records by any of their words."""
    with opened_office(asked) as workplace:
        write_line({"result": workplace.ask(search_everything, SearchAsked(text=asked.text))})
    return 0
