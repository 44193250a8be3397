"""The clerk's own ways of looking at a list of letters, kept in the office's database."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from msu_desktop.desks.correspondence.page.columns import kept_filters
from msu_desktop.desks.directory.acts.views import DeleteView, SaveView, delete_view, save_view
from msu_desktop.desks.directory.queries.office import ViewsAsked, views
from msu_desktop.gui.widgets.list_bar import Views
from msu_desktop.gui.workbench import Workbench


def kept_views(bench: Workbench, place: str) -> Views:
    """Return the door to the views kept for a list."""

    def listed() -> Sequence[tuple[str, Mapping[str, Any]]]:
        return [
            (view.name, msgspec.json.decode(view.content["state"]))
            for view in bench.ask(views, ViewsAsked(place=place))
        ]

    def keep(name: str, state: Mapping[str, Any]) -> None:
        plain = {**state, "filters": kept_filters(state["filters"])}
        content = {"state": msgspec.json.encode(plain).decode()}
        bench.perform(save_view, SaveView(place=place, name=name, content=content))

    def forget(name: str) -> None:
        for view in bench.ask(views, ViewsAsked(place=place)):
            if view.name == name:
                bench.perform(delete_view, DeleteView(view_id=view.id))

    return Views(listed, keep, forget)
