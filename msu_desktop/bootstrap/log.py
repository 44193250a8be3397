"""Where the program writes down what it does: a few files in the data folder, the oldest lost."""

import logging
from logging.handlers import RotatingFileHandler

from msu_desktop.store.folder import DataFolder

MOST_BYTES = 1_000_000
MOST_FILES = 5


def write_log(folder: DataFolder) -> None:
    """Write the log of this run into the data folder."""
    handler = RotatingFileHandler(
        folder.logs / "msu.log",
        maxBytes=MOST_BYTES,
        backupCount=MOST_FILES,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
