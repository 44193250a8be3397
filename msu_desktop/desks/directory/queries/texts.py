"""Ask how a text typed in an old 8-bit font would read with the right letters; nothing is kept."""

from dataclasses import dataclass

from sqlalchemy import Connection

from msu_desktop.language.font_repair import FontSystem, RepairedLine, suggest_repair
from msu_desktop.store.acting import Args, query


@dataclass(frozen=True, slots=True)
class FontRepair:
    """A text before and after; ``system`` is null when the old font is none or not certain.

    ``doubtful`` holds the lines to be read by somebody, with the words no dictionary confirms.
    """

    system: FontSystem | None
    before: str
    after: str
    doubtful: tuple[RepairedLine, ...]


class TextAsked(Args, frozen=True, kw_only=True):
    """A whole document: one system of letters is sought for all of it."""

    text: str


@query
def suggest_font_repair(connection: Connection, args: TextAsked) -> FontRepair:
    """Return what a text would become if it was typed in an old font."""
    del connection
    suggestion = suggest_repair(args.text)
    if suggestion is None:
        return FontRepair(None, args.text, args.text, ())
    return FontRepair(suggestion.system, args.text, suggestion.after, suggestion.doubtful)
