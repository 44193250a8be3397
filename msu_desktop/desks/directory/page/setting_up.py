"""Set the office up from the answers of the first steps."""

from collections.abc import Mapping, Sequence
from typing import Any

from msu_desktop.desks.directory.acts.office import (
    AddOfficial,
    OfficeData,
    SetUpOffice,
    set_up_office,
)
from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.page.doors import Numbering, RegisterNumbers
from msu_desktop.desks.directory.queries.office import (
    OfficeAsked,
    OfficialsAsked,
    is_set_up,
    officials,
)
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import words
from msu_desktop.office import seeds

OFFICE = OfficeData.__struct_fields__


def fresh_registers() -> list[RegisterNumbers]:
    """Return the registers a new office opens, as they number before anybody changes it."""
    return [
        RegisterNumbers(
            seed.code,
            {"ky": seed.name_ky, "ru": seed.name_ru, "en": seed.name_en},
            seed.template,
            seed.restart,
        )
        for seed in seeds.registers()
    ]


def set_up(
    bench: Workbench,
    numbering: Numbering,
    answers: Mapping[str, Any],
    registers: Sequence[RegisterNumbers],
) -> bool:
    """Set the office up and its numbers; False when disk or database failed, which was said.

    An office that was set up before a failure is taken as it is. RuleBroken as the acts.
    """
    if not bench.ask(is_set_up, OfficeAsked()):
        office = OfficeData(**{name: answers[name] or "" for name in OFFICE})
        command = SetUpOffice(office=office, officials=people(answers))
        bench.workplace.actor = str(answers[answers["actor"]] or "")
        if bench.perform(set_up_office, command) is None:
            return False
    for one in registers:
        if bench.perform(*numbering.correction(one)) is None:
            return False
    _remember_actor(bench)
    return True


def people(answers: Mapping[str, Any]) -> tuple[AddOfficial, ...]:
    """Return the officials who were named; a post is written as papers in both languages do."""
    return tuple(
        AddOfficial(
            post=post,
            post_ky=words("ky")(post.label),
            post_ru=words("ru")(post.label),
            name=answers[post.value],
        )
        for post in Post
        if answers.get(post.value)
    )


def _remember_actor(bench: Workbench) -> None:
    for official in bench.ask(officials, OfficialsAsked()):
        if official.name == bench.workplace.actor:
            bench.settings.put("actor_id", official.id)
