"""Keep the clerk's own ways of looking at a list."""

import msgspec
from sqlalchemy import select

from msu_desktop.desks.directory.tables import SavedView
from msu_desktop.language.tidying import Fields
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork

VIEW_NAME_LIMIT = 80


class SaveView(Command, frozen=True, kw_only=True):
    """A view of a list: where it belongs, its name, its filters and order."""

    place: str
    name: str
    content: dict[str, str]


class DeleteView(Command, frozen=True, kw_only=True):
    """A kept view that is needed no more."""

    view_id: str


@act
def save_view(work: UnitOfWork, command: SaveView) -> str:
    """Keep a view under its name; one of the same name is replaced. Returns its id."""
    fields = Fields()
    name = fields.text("name", command.name, VIEW_NAME_LIMIT)
    fields.raise_problems()
    content = msgspec.json.encode(command.content, order="sorted").decode()
    same = select(SavedView).where(SavedView.place == command.place, SavedView.name == name)
    view = work.session.scalars(same).first()
    if view is None:
        return work.add(SavedView(place=command.place, name=name, content=content)).id
    view.content = content
    return view.id


@act
def delete_view(work: UnitOfWork, command: DeleteView) -> None:
    """Remove a kept view; the records it showed are untouched."""
    work.delete(work.get(SavedView, command.view_id))
