"""Sort and narrow a list that is short by law: officials, files of a year, rules."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msu_desktop.gui.models.paged import Portion
from msu_desktop.gui.widgets.list_view import Wish
from msu_desktop.language.folding import fold
from msu_desktop.language.sorting import sort_key

Value = Callable[[Any], Any]


class ShortList:
    """Answer a list pane from rows that are read whole, some hundreds at the most.

    ``texts`` are the columns that are narrowed by words, ``choices`` those narrowed to one value,
    ``sorts`` what each sort key sorts by; without a sort key the rows keep their order.
    """

    def __init__(
        self,
        read: Callable[[], Sequence[Any]],
        *,
        texts: Mapping[str, Value] | None = None,
        choices: Mapping[str, Value] | None = None,
        sorts: Mapping[str, Value] | None = None,
    ) -> None:
        self._read = read
        self._texts, self._choices, self._sorts = texts or {}, choices or {}, sorts or {}

    def fetch(self, wish: Wish, _after: object | None, _limit: int) -> Portion:
        """Return all rows that match, sorted."""
        return Portion(self.rows(wish))

    def count(self, wish: Wish) -> tuple[int, int]:
        """Return how many rows match, and how many there are."""
        return len(self.rows(wish)), len(self._read())

    def rows(self, wish: Wish) -> list[Any]:
        """Return the rows that match, in the order that is wished for."""
        rows = [row for row in self._read() if self._matches(row, wish.filters)]
        by = self._sorts.get(wish.sort or "")
        if by is not None:
            rows.sort(key=lambda row: _key(by(row)), reverse=wish.descending)
        return rows

    def _matches(self, row: Any, filters: Mapping[str, Any]) -> bool:
        for name, wanted in filters.items():
            if wanted in (None, ""):
                continue
            if name in self._choices and self._choices[name](row) != wanted:
                return False
            if name in self._texts and not _holds(self._texts[name](row), str(wanted)):
                return False
        return True


def _holds(text: str, wanted: str) -> bool:
    folded = fold(text)
    return all(word in folded for word in fold(wanted).split())


def _key(value: Any) -> Any:
    return sort_key(value) if isinstance(value, str) else value
