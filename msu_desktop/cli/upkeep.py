"""The upkeep of a data folder on the command line: check, back up, restore; an example office."""

import argparse
import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

from msu_desktop.bootstrap.wiring import CHECKS, WIRING
from msu_desktop.cli.speaking import folder_of, opened_office, write_line
from msu_desktop.demo.generating import generate
from msu_desktop.desks.directory.model import YEARS
from msu_desktop.language.catalogue import words
from msu_desktop.office.errors import broken, sentence
from msu_desktop.office.ids import IdMaker
from msu_desktop.store import backup, restore
from msu_desktop.store import check as checking
from msu_desktop.store.backup import Backup
from msu_desktop.store.clock import local_clock
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.thinning import Reason

NO_SUCH_BACKUP = sentence(
    "no_such_backup", "There is no backup copy «{name}»: `backups` lists them all."
)
FOLDER_IN_USE = sentence(
    "folder_in_use", "The folder holds an office already: name an empty folder for the example."
)

MOST_YEARS = 20

Command = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]


def add_commands(command: Command) -> None:
    """Add the commands of upkeep to the command line."""
    command("check", _check, "look everything through and say what is not as it should be")
    back_up = command("backup", _back_up, "make a verified backup copy")
    back_up.add_argument("--also-to", help="a second folder or a stick")
    command("backups", _list, "list the backup copies, the newest first")
    put_back = command("restore", _restore, "put a backup copy in the place of the data")
    put_back.add_argument("name", help="the name of a copy, or a path")
    put_back.add_argument("--preview", action="store_true", help="only say what would change")
    demo = command("demo", _demo, "make an example office in an empty folder")
    demo.add_argument("--years", type=_years, default=1, help=f"1 to {MOST_YEARS}")
    demo.add_argument("--seed", type=int, default=7)
    demo.add_argument("--until", type=_last_day, help="the last day, YYYY-MM-DD")


def _years(text: str) -> int:
    if not 1 <= (years := int(text)) <= MOST_YEARS:
        raise ValueError(text)
    return years


def _last_day(text: str) -> date:
    if (day := date.fromisoformat(text)).year not in YEARS[MOST_YEARS:]:
        raise ValueError(text)
    return day


def _check(asked: argparse.Namespace) -> int:
    with opened_office(asked):
        report = checking.check(folder_of(asked), WIRING.searchables, CHECKS)
    say = words(asked.language)
    findings = [
        {
            "kind": found.kind,
            "severity": found.severity,
            "facts": found.facts,
            "message": say.say(found.problem),
        }
        for found in report.findings
    ]
    write_line({"sound": report.is_sound, "findings": findings, "acts": report.acts})
    return 0 if report.is_sound else 1


def _back_up(asked: argparse.Namespace) -> int:
    also_to = Path(asked.also_to) if asked.also_to else None
    with opened_office(asked):
        made = backup.back_up(folder_of(asked), Reason.BY_HAND, also_to)
    write_line(_told(made))
    return 0


def _list(asked: argparse.Namespace) -> int:
    write_line([_told(one) for one in backup.backups(folder_of(asked))])
    return 0


def _restore(asked: argparse.Namespace) -> int:
    folder = folder_of(asked)
    chosen = _chosen(folder, asked.name)
    if asked.preview:
        preview = restore.preview(folder, chosen)
        write_line({"lost": preview.lost, "gained": preview.gained, "diverged": preview.diverged})
        return 0
    aside = restore.restore(folder, chosen, local_clock, IdMaker(secrets.token_bytes))
    write_line({"restored": chosen.name, "old_file": str(aside) if aside else None})
    return 0


def _chosen(folder: DataFolder, name: str) -> Backup:
    for one in backup.backups(folder):
        if one.name == name:
            return one
    if not Path(name).is_file():
        raise broken(NO_SUCH_BACKUP, name=name)
    return backup.described(Path(name))


def _told(made: Backup) -> dict[str, object]:
    return {
        "name": made.name,
        "at": made.at,
        "reason": made.reason,
        "size": made.size,
        "acts": made.acts,
        "verified": made.verified,
    }


def _demo(asked: argparse.Namespace) -> int:
    folder = folder_of(asked)
    if folder.database.exists():
        raise broken(FOLDER_IN_USE)
    write_line(generate(folder, asked.years, asked.seed, asked.until))
    return 0
