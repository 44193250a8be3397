"""Where the program's own read-only folders lie, beside the package in a clone and when installed."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
TRANSLATIONS = ROOT / "translations"
MIGRATIONS = ROOT / "migrations"
