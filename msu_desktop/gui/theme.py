"""Every colour and measure of the window in one small table, and the style sheet made from it."""

from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from msu_desktop.office.places import RESOURCES

STYLE = RESOURCES / "style"
SHEETS = ("window", "controls", "lists", "cards")


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme, by what they are for."""

    ground: str
    surface: str
    sunken: str
    rail: str
    rail_text: str
    rail_soft: str
    rail_hover: str
    rail_chosen: str
    line: str
    line_strong: str
    text: str
    text_soft: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    on_accent: str
    hover: str
    focus: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str


LIGHT = Colours(
    ground="#f4f5f7",
    surface="#ffffff",
    sunken="#eceef1",
    rail="#1f2f46",
    rail_text="#eef2f8",
    rail_soft="#a9b7cb",
    rail_hover="#2a3d59",
    rail_chosen="#35507a",
    line="#dfe3e8",
    line_strong="#b9c1cc",
    text="#1c2430",
    text_soft="#566172",
    text_faint="#707a89",
    accent="#1f5fae",
    accent_hover="#194f93",
    accent_pressed="#143f77",
    accent_soft="#e4eefa",
    on_accent="#ffffff",
    hover="#eff2f6",
    focus="#2f7ad6",
    danger="#b3261e",
    danger_soft="#fdeceb",
    warning="#8a5a00",
    warning_soft="#fdf2dc",
    success="#1e6f45",
    success_soft="#e4f4ea",
)
DARK = Colours(
    ground="#171b21",
    surface="#1f252d",
    sunken="#12161b",
    rail="#10151c",
    rail_text="#e6ebf2",
    rail_soft="#97a4b6",
    rail_hover="#1d2631",
    rail_chosen="#27405f",
    line="#303843",
    line_strong="#4b5665",
    text="#e8ecf1",
    text_soft="#aab4c1",
    text_faint="#8994a3",
    accent="#6aa7ef",
    accent_hover="#85b7f3",
    accent_pressed="#a2c8f6",
    accent_soft="#22344b",
    on_accent="#0d1722",
    hover="#28303a",
    focus="#6aa7ef",
    danger="#f28b82",
    danger_soft="#43262a",
    warning="#e8b55c",
    warning_soft="#3d321d",
    success="#7bc99a",
    success_soft="#1f3a2c",
)
THEMES = {"light": LIGHT, "dark": DARK}
MEASURES = {
    "gap_1": 4, "gap_2": 8, "gap_3": 12, "gap_4": 16, "gap_5": 24,
    "radius": 6, "radius_big": 10, "control": 20, "row": 34, "scroll": 12, "icon": 16, "cell": 11,
}  # fmt: skip
POINTS = {"small": 9.0, "body": 10.0, "strong": 11.5, "title": 16.0, "figure": 26.0}
SCALES = (1.0, 1.15, 1.3, 1.5)


class _Sheet(Template):
    delimiter = "@"


class _Current:
    """The theme and the size of text in use."""

    colours = LIGHT
    name = "light"
    scale = 1.0


def colours() -> Colours:
    """Return the colours in use."""
    return _Current.colours


def theme() -> str:
    """Return the name of the theme in use."""
    return _Current.name


def use(name: str, scale: float = 1.0) -> None:
    """Choose the theme and the size of text; whoever drew with them draws again."""
    _Current.name, _Current.colours, _Current.scale = name, THEMES[name], scale


def measure(name: str) -> int:
    """Return a measure in pixels at the size of text in use."""
    return round(MEASURES[name] * _Current.scale)


def points(name: str) -> float:
    """Return a size of text in points."""
    return POINTS[name] * _Current.scale


@cache
def style_sheet(name: str, scale: float) -> str:
    """Return the style sheet of a theme at a size of text."""
    tokens: dict[str, object] = dict(asdict(THEMES[name]))
    tokens |= {key: f"{round(value * scale)}px" for key, value in MEASURES.items()}
    tokens |= {f"{key}_in": f"{round(value * scale) - 1}px" for key, value in MEASURES.items()}
    tokens |= {f"text_{key}": f"{value * scale:g}pt" for key, value in POINTS.items()}
    tokens |= {"style": STYLE.as_posix(), "name": name}
    text = "\n".join((STYLE / f"{sheet}.qss").read_text(encoding="utf-8") for sheet in SHEETS)
    return _Sheet(text).substitute(tokens)


def scale() -> float:
    """Return the size of text in use, 1.0 being the usual one."""
    return _Current.scale
