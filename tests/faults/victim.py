"""What a process does until the test kills it: ``python -m tests.faults.victim WHAT FOLDER VERSIONS``."""

import secrets
import sys
from pathlib import Path

from msu_desktop.office.ids import IdMaker
from msu_desktop.store import migrations
from msu_desktop.store.backup import back_up, backups
from msu_desktop.store.clock import local_clock
from msu_desktop.store.engine import connect
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.restore import restore
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.thinning import Reason
from tests.store.small_office import WIRING, WriteNote, write_note


def say(text: str) -> None:
    print(text, flush=True)


def write_notes(folder: DataFolder, versions: Path) -> None:
    """Write notes and acknowledge each one that is saved."""
    office = open_folder(folder, WIRING, Manner(versions=versions))
    say("ready")
    while True:
        say(office.perform(write_note, WriteNote(text="кат")))


def make_backups(folder: DataFolder, _: Path) -> None:
    """Make one backup copy after the other."""
    say("ready")
    while True:
        back_up(folder, Reason.HALF_HOUR)


def go_back(folder: DataFolder, versions: Path) -> None:
    """Restore the oldest copy."""
    oldest = backups(folder)[-1]
    say("ready")
    restore(folder, oldest, local_clock, IdMaker(secrets.token_bytes), versions)


def migrate(folder: DataFolder, versions: Path) -> None:
    """Migrate; the migration kills the process."""
    migrations.migrate(folder.database, versions)


def hold_the_database(folder: DataFolder, _: Path) -> None:
    """Keep the database to itself, as a program of another maker might."""
    connection = connect(folder.database)
    connection.execute("BEGIN IMMEDIATE")
    say("ready")
    sys.stdin.read()


def open_the_window(folder: DataFolder, versions: Path) -> None:
    """Open the window and stay."""
    open_folder(folder, WIRING, Manner(versions=versions, window=True))
    say("ready")
    sys.stdin.read()


if __name__ == "__main__":
    what, place, migrations_folder = sys.argv[1:]
    globals()[what](DataFolder(Path(place)), Path(migrations_folder))
