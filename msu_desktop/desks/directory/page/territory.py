"""The oblasts and rayons to choose from, in the language of the window."""

from msu_desktop.language.catalogue import language
from msu_desktop.office import seeds
from msu_desktop.office.seeds import TerritoryUnit

ABOVE = "oblast"
BELOW = ("rayon", "city")
Choices = list[tuple[str, str]]


class Territory:
    """Answers from the state classifier; a chosen unit is known by its code."""

    def __init__(self) -> None:
        self._units = {unit.code: unit for unit in seeds.territory()}

    def oblasts(self) -> Choices:
        """Return the oblasts by code and name."""
        return self._named([unit for unit in self._units.values() if unit.level == ABOVE])

    def rayons(self, oblast: str | None) -> Choices:
        """Return the rayons and towns of an oblast."""
        within = [unit for unit in self._units.values() if unit.parent_code == oblast]
        return self._named([unit for unit in within if unit.level in BELOW])

    def names(self, oblast: str | None, rayon: str | None) -> dict[str, str]:
        """Return the names of both in Kyrgyz and Russian; nothing of what is not in the list."""
        found = {"oblast": self._units.get(oblast or ""), "rayon": self._units.get(rayon or "")}
        return {
            f"{level}_{spoken}": getattr(unit, f"name_{spoken}")
            for level, unit in found.items()
            if unit is not None
            for spoken in ("ky", "ru")
        }

    def is_proposed(self, code: str) -> bool:
        """Tell whether a typed code is none yet, or that of a rayon."""
        return not code or code in self._units

    def _named(self, units: list[TerritoryUnit]) -> Choices:
        spoken = "ru" if language() == "ru" else "ky"
        return [(unit.code, getattr(unit, f"name_{spoken}")) for unit in units]
