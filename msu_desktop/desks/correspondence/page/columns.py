"""The columns of the lists of letters, and what the query is asked when the clerk narrows them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from msu_desktop.desks.correspondence.model import Direction, Dispatch, State
from msu_desktop.desks.correspondence.queries.listing import DocumentRow, DocumentsAsked, Order
from msu_desktop.gui.models.paged import ChoiceFilter, Column, DatesFilter, TextFilter
from msu_desktop.gui.widgets.list_view import Wish
from msu_desktop.language.catalogue import _
from msu_desktop.language.dates import short_date
from msu_desktop.office.errors import N_

NOT_DONE = "open"
"""The choice of the state filter that leaves everything that waits, whatever its term."""
TONES = {
    State.OVERDUE: "danger",
    State.DUE_TODAY: "warning",
    State.DUE_SOON: "warning",
    State.EXECUTED: "success",
    State.ANNULLED: "faint",
}
ROW_TONES = {State.OVERDUE: "danger", State.DUE_TODAY: "warning", State.DUE_SOON: "warning"}

StateOf = Callable[[DocumentRow], State]
Choices = Sequence[tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class ColumnHelp:
    """What columns must ask: today, the state of a row, the officials to choose from."""

    today: Callable[[], date]
    state: StateOf
    officials: Callable[[], Choices]


def incoming_columns(help_: ColumnHelp) -> list[Column]:
    """Return the columns of what came in."""
    return [
        _number(),
        _day(help_),
        _party(N_("From")),
        _summary(width=235),
        Column(
            "due_on",
            N_("Term"),
            lambda row: short_date(row.due_on) if row.due_on else "",
            width=92,
            sort=Order.DUE_ON.value,
            filter=DatesFilter(help_.today),
        ),
        Column(
            "state",
            N_("State"),
            lambda row: _(help_.state(row).label),
            width=118,
            filter=ChoiceFilter(state_choices),
        ),
        _executor(help_),
    ]


def outgoing_columns(help_: ColumnHelp) -> list[Column]:
    """Return the columns of what goes out."""
    return [
        _number(width=90),
        _day(help_),
        _party(N_("To")),
        _summary(width=250),
        _executor(help_),
        Column("dispatch", N_("Sent"), _dispatch, width=130),
    ]


def columns_of(register: str, help_: ColumnHelp) -> list[Column]:
    """Return the columns of a register's list."""
    make = incoming_columns if register == Direction.INCOMING.value else outgoing_columns
    return make(help_)


def state_choices() -> Choices:
    """Return the states to choose from, first of all what waits."""
    return [(NOT_DONE, _("not done yet")), *((one.value, _(one.label)) for one in State)]


def asked(register: str, today: date, period: str | None, wish: Wish) -> DocumentsAsked:
    """Return what the query is asked for the list as the clerk wants it."""
    filters = wish.filters
    first, last = _span(filters.get("registered_on"))
    due_first, due_last = _span(filters.get("due_on"))
    state = filters.get("state")
    return DocumentsAsked(
        register=register,
        today=today,
        period=period,
        number=filters.get("number", ""),
        party=filters.get("party", ""),
        summary=filters.get("summary", ""),
        registered_from=first,
        registered_to=last,
        due_from=due_first,
        due_to=due_last,
        state=State(state) if state and state != NOT_DONE else None,
        waiting=state == NOT_DONE,
        executor_id=filters.get("executor"),
        order=Order(wish.sort or Order.NUMBER.value),
        descending=wish.descending,
    )


def portion_asked(whole: DocumentsAsked, after: Any, limit: int) -> DocumentsAsked:
    """Return the same question for the rows after a key."""
    return msgspec.structs.replace(whole, after=after, limit=limit)


def kept_filters(filters: Mapping[str, Any]) -> dict[str, Any]:
    """Return filters as JSON knows them, for a kept view."""
    kept: dict[str, Any] = msgspec.to_builtins(dict(filters))
    return kept


def _span(value: Any) -> tuple[date | None, date | None]:
    first, last = value or (None, None)
    return first, last


def _number(width: int = 58) -> Column:
    return Column(
        "number",
        N_("№"),
        lambda row: row.number_text,
        width=width,
        sort=Order.NUMBER.value,
        filter=TextFilter(of_numbers=True),
    )


def _day(help_: ColumnHelp) -> Column:
    return Column(
        "registered_on",
        N_("Date"),
        lambda row: short_date(row.registered_on),
        width=92,
        sort=Order.REGISTERED_ON.value,
        filter=DatesFilter(help_.today),
    )


def _party(header: str) -> Column:
    return Column(
        "party",
        header,
        lambda row: row.party,
        width=175,
        sort=Order.PARTY.value,
        filter=TextFilter(),
    )


def _summary(width: int) -> Column:
    return Column(
        "summary",
        N_("Summary"),
        lambda row: row.summary.replace("\n", " "),
        width=width,
        sort=Order.SUMMARY.value,
        filter=TextFilter(),
    )


def _executor(help_: ColumnHelp) -> Column:
    return Column(
        "executor",
        N_("Executor"),
        lambda row: row.executor,
        width=125,
        filter=ChoiceFilter(help_.officials),
    )


def _dispatch(row: DocumentRow) -> str:
    return _(Dispatch(row.dispatch).label) if row.dispatch else ""
