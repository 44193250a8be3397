"""A process that registers letters: ``python -m tests.faults.registrar FOLDER PARTY [HOW_MANY]``.

It says ``ready``, then the number and id of each letter once it is saved; without HOW_MANY it goes
on until somebody kills it. Before the first letter it waits for a line to begin.
"""

import sys
from itertools import count
from pathlib import Path

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.correspondence.acts.registering import RegisterIncoming, register_incoming
from msu_desktop.desks.correspondence.model import TermChoice
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import Manner, open_folder


def register(folder: DataFolder, party_id: str, how_many: int | None) -> None:
    office = open_folder(folder, WIRING, Manner(actor="Б. Кайыңова"))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in count() if how_many is None else range(how_many):
        letter = RegisterIncoming(
            party_id=party_id, summary=f"Жайыт жөнүндө {number}", term=TermChoice.USUAL
        )
        registered = office.perform(register_incoming, letter)
        print(registered.number, registered.id, flush=True)
    office.close()


if __name__ == "__main__":
    place, party, *some = sys.argv[1:]
    register(DataFolder(Path(place)), party, int(some[0]) if some else None)
