"""Link papers with one another: a reply, a repetition, a forwarding."""

from collections.abc import Sequence

from sqlalchemy import select

from msu_desktop.desks.correspondence.model import (
    ALREADY_LINKED,
    LINK_WITH_ITSELF,
    REPLY_TO_ANNULLED,
    LinkKind,
)
from msu_desktop.desks.correspondence.tables import Document, DocumentLink
from msu_desktop.office.errors import broken
from msu_desktop.store.acting import Command, act
from msu_desktop.store.unit_of_work import UnitOfWork


class LinkDocuments(Command, frozen=True, kw_only=True):
    """How ``from_id`` stands to ``to_id``; a reply may mark what it answers as executed."""

    kind: LinkKind
    from_id: str
    to_id: str
    executes: bool = False


class UnlinkDocuments(Command, frozen=True, kw_only=True):
    """A link that was made by mistake."""

    link_id: str


@act
def link_documents(work: UnitOfWork, command: LinkDocuments) -> str:
    """Link two documents; both cards show it. Returns the link's id."""
    from_document = work.get(Document, command.from_id, "from_id")
    if command.executes and command.kind is LinkKind.REPLY:
        return reply_to(work, from_document, [command.to_id], executes=True, field="to_id")[0]
    return _link(work, command.kind, from_document, command.to_id, "to_id")


@act
def unlink_documents(work: UnitOfWork, command: UnlinkDocuments) -> None:
    """Take a link away; what only this reply had executed waits again, the history knows of it."""
    link = work.get(DocumentLink, command.link_id)
    if link.kind == LinkKind.REPLY.value:
        _put_back(work, work.get(Document, link.from_id), work.get(Document, link.to_id))
    work.delete(link)


def put_back_answered(work: UnitOfWork, reply: Document) -> None:
    """Put back to work what only this reply had executed, when the reply is annulled."""
    answered = (
        select(Document)
        .join(DocumentLink, DocumentLink.to_id == Document.id)
        .where(DocumentLink.from_id == reply.id, DocumentLink.kind == LinkKind.REPLY.value)
    )
    for document in work.session.scalars(answered):
        _put_back(work, reply, document)


def _put_back(work: UnitOfWork, reply: Document, answered: Document) -> None:
    by_reply = answered.executed_on == max(reply.registered_on, answered.registered_on)
    if not by_reply or answered.execution_mark or answered.annulled_on is not None:
        return
    other = (
        select(DocumentLink.id)
        .join(Document, Document.id == DocumentLink.from_id)
        .where(
            DocumentLink.to_id == answered.id,
            DocumentLink.kind == LinkKind.REPLY.value,
            DocumentLink.from_id != reply.id,
            Document.annulled_on.is_(None),
        )
    )
    if work.session.scalars(other).first() is None:
        answered.executed_on = None


def reply_to(
    work: UnitOfWork,
    reply: Document,
    answered_ids: Sequence[str],
    *,
    executes: bool,
    field: str = "replies_to",
) -> list[str]:
    """Link a reply to what it answers, and mark that executed on the day of the reply."""
    links = []
    for answered_id in answered_ids:
        answered = work.get(Document, answered_id, field)
        links.append(_link(work, LinkKind.REPLY, reply, answered_id, field))
        if executes and answered.executed_on is None:
            answered.executed_on = max(reply.registered_on, answered.registered_on)
    return links


def _link(work: UnitOfWork, kind: LinkKind, from_document: Document, to_id: str, field: str) -> str:
    if from_document.id == to_id:
        raise broken(LINK_WITH_ITSELF, field)
    to_document = work.get(Document, to_id, field)
    for document, named_by in ((from_document, "from_id"), (to_document, field)):
        if document.annulled_on is not None:
            raise broken(REPLY_TO_ANNULLED, named_by, number=document.number_text)
    same = select(DocumentLink.id).where(
        DocumentLink.kind == kind.value,
        DocumentLink.from_id == from_document.id,
        DocumentLink.to_id == to_id,
    )
    if work.session.scalars(same).first() is not None:
        raise broken(ALREADY_LINKED, field)
    return work.add(DocumentLink(kind=kind.value, from_id=from_document.id, to_id=to_id)).id
