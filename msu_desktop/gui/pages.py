"""The pages behind the rail: made on first use, refreshed when seen, built anew when asked."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from msu_desktop.gui.page import Page, PageSpec
from msu_desktop.gui.workbench import EVERYTHING, Workbench, concerns


class Pages(QStackedWidget):
    """Hold one page of each kind, of which one is seen."""

    def __init__(self, bench: Workbench, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._bench = bench
        self._specs = {spec.key: spec for spec in specs}
        self._made: dict[str, Page] = {}
        self._stale: dict[str, frozenset[str]] = {}
        self._states: dict[str, dict[str, Any]] = {}
        self.current_key = next(iter(self._specs))

    @property
    def current(self) -> Page:
        """Return the page that is seen."""
        return self._made[self.current_key]

    @property
    def current_spec(self) -> PageSpec:
        """Return how the page that is seen is announced."""
        return self._specs[self.current_key]

    def open(self, key: str) -> Page:
        """Show a page; an unknown key shows the first one."""
        key = key if key in self._specs else next(iter(self._specs))
        page = self._made.get(key) or self._make(key)
        self.current_key = key
        self.setCurrentWidget(page)
        if key in self._stale:
            page.refresh(self._stale.pop(key))
        return page

    def on_changed(self, tables: frozenset[str]) -> None:
        """Refresh the page that is seen; the others wait until they are."""
        for key, page in self._made.items():
            if not concerns(tables, page.shows):
                continue
            if key == self.current_key:
                page.refresh(tables)
            else:
                self._stale[key] = self._stale.get(key, frozenset()) | tables

    def refresh_current(self) -> None:
        """Read the page that is seen anew."""
        self.current.refresh(EVERYTHING)

    def has_unsaved(self) -> bool:
        """Say whether any page holds something unsaved."""
        return any(page.has_unsaved() for page in self._made.values())

    def put_away(self) -> None:
        """Let the pages go, keeping what they must remember."""
        for key, page in self._made.items():
            self._states[key] = page.state()
            self.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self._stale.clear()

    def rebuild(self) -> None:
        """Make the page that was seen anew."""
        self.open(self.current_key)

    def _make(self, key: str) -> Page:
        page = self._specs[key].make(self._bench)
        page.help_topic = page.help_topic or key
        self._made[key] = page
        self.addWidget(page)
        page.refresh(EVERYTHING)
        if state := self._states.pop(key, None):
            page.restore_state(state)
        return page
