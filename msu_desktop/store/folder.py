"""The data folder: everything an office has in one place, ready to be copied as a whole."""

from dataclasses import dataclass
from pathlib import Path

from msu_desktop.store.troubles import known_troubles

PROGRAM = "MSU Desktop"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The places inside a data folder; its path may hold spaces and Kyrgyz letters."""

    path: Path

    @property
    def database(self) -> Path:
        """Return the office's data file."""
        return self.path / "office.db"

    @property
    def files(self) -> Path:
        """Return the place of attached files, which lie there under their SHA-256."""
        return self.path / "files"

    @property
    def backups(self) -> Path:
        """Return the place of the backup copies."""
        return self.path / "backups"

    @property
    def drafts(self) -> Path:
        """Return the place of half-typed forms."""
        return self.path / "drafts"

    @property
    def papers(self) -> Path:
        """Return the place where finished papers are offered to be saved."""
        return self.path / "papers"

    @property
    def logs(self) -> Path:
        """Return the place of the program's own log."""
        return self.path / "logs"

    @property
    def settings(self) -> Path:
        """Return the file of this PC's settings."""
        return self.path / "settings.json"

    @property
    def lock(self) -> Path:
        """Return the lock that all who use the data share and who replaces it holds alone."""
        return self.path / "office.lock"

    @property
    def window_lock(self) -> Path:
        """Return the lock that the one window holds."""
        return self.path / "window.lock"

    @property
    def backup_lock(self) -> Path:
        """Return the lock of whoever is making a backup copy."""
        return self.backups / "backup.lock"

    @property
    def open_mark(self) -> Path:
        """Return the mark that lies here while a window is open, and after it ended badly."""
        return self.path / "window.open"

    def create(self) -> "DataFolder":
        """Make the folders that are not there yet; KnownTrouble when that is not allowed."""
        with known_troubles():
            for place in (self.files, self.backups, self.drafts, self.papers, self.logs):
                place.mkdir(parents=True, exist_ok=True)
        return self


def default_folder() -> DataFolder:
    """Return the data folder of this user, in the system's usual place."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when a folder is named

    return DataFolder(user_data_path(PROGRAM, appauthor=False))
