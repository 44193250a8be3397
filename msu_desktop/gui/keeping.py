"""What the window remembers: settings of this PC and half-typed forms, behind two small doors."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Protocol


class Settings(Protocol):
    """Keeps how this user likes the window; values are what JSON knows."""

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was kept under the key, or the default."""

    def put(self, key: str, value: Any) -> None:
        """Keep a value under the key."""


class Drafts(Protocol):
    """Keeps what was typed into a form and not yet saved, so that a power cut loses nothing."""

    def read(self, key: str) -> Mapping[str, Any] | None:
        """Return the half-typed values of a form, or None."""

    def write(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep the half-typed values of a form."""

    def erase(self, key: str) -> None:
        """Forget a form that was saved or given up."""


class SettingsInMemory:
    """Remember settings until the program ends."""

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        self._values = dict(values or {})

    def get(self, key: str, default: Any = None) -> Any:
        """Return what was kept under the key, or the default."""
        return self._values.get(key, default)

    def put(self, key: str, value: Any) -> None:
        """Keep a value under the key."""
        self._values[key] = value


class DraftsInMemory:
    """Remember half-typed forms until the program ends."""

    def __init__(self) -> None:
        self._forms: dict[str, dict[str, Any]] = {}

    def read(self, key: str) -> Mapping[str, Any] | None:
        """Return the half-typed values of a form, or None."""
        return deepcopy(self._forms.get(key))

    def write(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep the half-typed values of a form."""
        self._forms[key] = deepcopy(dict(values))

    def erase(self, key: str) -> None:
        """Forget a form that was saved or given up."""
        self._forms.pop(key, None)
