"""Which pages the window has, and what each of them is lent."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from msu_desktop.bootstrap import lending
from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.desks.correspondence.page.card import ACTS
from msu_desktop.desks.correspondence.page.letters import INCOMING, OUTGOING
from msu_desktop.desks.directory.page.backups import backups_page
from msu_desktop.desks.directory.page.doors import Appearance, Doors
from msu_desktop.desks.directory.page.parties import parties_page
from msu_desktop.desks.directory.page.settings import settings_page
from msu_desktop.desks.today.page import TodayPage
from msu_desktop.gui.page import PageSpec
from msu_desktop.gui.search_box import Kind
from msu_desktop.office.errors import N_
from msu_desktop.store.check import CheckReport, check
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.progress import Progress

Restart = Callable[[Callable[[], None]], None]

KINDS = {
    "document": Kind(N_("Documents"), "inbox"),
    "party": Kind(N_("Parties"), "parties"),
}
"""How the search box names what it finds."""


def doors(folder: DataFolder, appearance: Appearance, restart: Restart) -> Doors:
    """Return what the pages of the directory are lent by the others."""
    return Doors(
        folder,
        appearance,
        lending.numbering(),
        lending.letters,
        partial(look_through, folder),
        restart,
        ACTS,
        {table: kind.title for table, kind in KINDS.items()},
    )


def look_through(folder: DataFolder, progress: Progress) -> CheckReport:
    """Check everything in the data folder, with the desks' own checks."""
    return check(folder, WIRING.searchables, CHECKS, progress)


def specs(lent: Doors, last_backup: Callable[[], datetime | None]) -> Sequence[PageSpec]:
    """Return the pages in the order of the rail."""
    today = PageSpec("today", N_("Today"), "today", partial(TodayPage, last_backup))
    return (
        today,
        INCOMING,
        OUTGOING,
        parties_page(lent),
        backups_page(lent),
        settings_page(lent),
    )
