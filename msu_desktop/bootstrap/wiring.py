"""Everything the desks offer, gathered and wired to the store; no window here."""

from collections.abc import Iterable
from contextlib import ExitStack
from types import ModuleType
from typing import Any

from msu_desktop.desks.correspondence.acts import following, linking, numbering, registering
from msu_desktop.desks.correspondence.queries import (
    cards,
    counting,
    finding,
    listing,
    registers,
    waiting,
)
from msu_desktop.desks.correspondence.queries import checking as papers_checking
from msu_desktop.desks.directory.acts import case_files, law, office, parties, views
from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.queries import case_files as asking_case_files
from msu_desktop.desks.directory.queries import checking as directory_checking
from msu_desktop.desks.directory.queries import consequences, party_list, texts
from msu_desktop.desks.directory.queries import law as asking_law
from msu_desktop.desks.directory.queries import office as asking_office
from msu_desktop.desks.directory.queries import parties as asking_parties
from msu_desktop.desks.directory.tables import Office
from msu_desktop.desks.today import queries as today
from msu_desktop.office.errors import N_
from msu_desktop.store.acting import Act, Query
from msu_desktop.store.findings import Check
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.settings import Settings
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.workplace import Wiring, Workplace

_ACTS = (office, parties, law, case_files, views, registering, linking, numbering)
_QUERIES = (
    asking_office,
    asking_parties,
    asking_law,
    asking_case_files,
    listing,
    waiting,
    cards,
    registers,
    finding,
    counting,
    party_list,
    consequences,
    texts,
    today,
)


def _declared(modules: Iterable[ModuleType], kind: type[Any]) -> dict[str, Any]:
    """Return what the modules declare of a kind, by name, each in the module that declares it."""
    return {
        value.name: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, kind) and value.run.__module__ == module.__name__
    }


ACTS: dict[str, Act[Any, Any]] = _declared(_ACTS, Act)
"""Everything a clerk can do, by name."""

QUERIES: dict[str, Query[Any, Any]] = _declared(_QUERIES, Query)
"""Everything a clerk can ask, by name."""

WIRING = Wiring(
    owner=Office,
    searchables=today.SEARCHABLES,
    followers={
        "office": numbering.open_registers,
        "party": following.follow_parties,
        "official": following.follow_officials,
        "legal_rule": following.keep_figures,
        "calendar_date": following.follow_calendar,
        "calendar_year": following.follow_calendar,
    },
)

TABLES = (
    *(N_("document"), N_("document_link"), N_("register"), N_("journal_print"), N_("party")),
    *(N_("office"), N_("official"), N_("case_file"), N_("legal_rule"), N_("calendar_date")),
    *(N_("calendar_year"), N_("saved_view"), N_("attached_file")),
)
"""The tables whose names a finding of the check may say, in the reader's words."""

CHECKS: tuple[Check, ...] = (
    directory_checking.check_directory,
    papers_checking.check_correspondence,
)
"""What the desks look through beside the store's own checks."""


def open_office(folder: DataFolder, settings: Settings, manner: Manner | None = None) -> Workplace:
    """Open a data folder with all desks; unless the manner names one, the usual person acts.

    KnownTrouble as ``store.startup.open_folder``.
    """
    workplace = open_folder(folder, WIRING, manner or Manner())
    with ExitStack() as if_it_fails:
        if_it_fails.callback(workplace.close)
        workplace.actor = workplace.actor or actor_of(workplace, settings)
        if_it_fails.pop_all()
    return workplace


def actor_of(workplace: Workplace, settings: Settings) -> str:
    """Return who works at this PC: the official of the settings, or else the secretary in post."""
    in_post = asking_office.OfficialsAsked(on=workplace.now.date())
    officials = workplace.ask(asking_office.officials, in_post)
    for official in officials:
        if official.id == settings.actor_id:
            return official.name
    secretaries = [one.name for one in officials if one.post == Post.SECRETARY]
    return secretaries[0] if secretaries else ""
