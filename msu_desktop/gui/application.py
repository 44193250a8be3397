"""The application: our fonts, our theme, Qt's own words in the language of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from msu_desktop.gui import theme
from msu_desktop.gui.icons import program_icon
from msu_desktop.gui.keeping import Settings
from msu_desktop.gui.qt_words import QtWords
from msu_desktop.language import catalogue
from msu_desktop.office.places import RESOURCES

FAMILY = "Liberation Sans"
FONT_FILES = ("Regular", "Bold", "Italic", "BoldItalic")
SYSTEM = "system"
DRESSED = "dressed"
"""Marks that fonts and style are in place: Qt must not be given them twice."""
LOCALES = {"ky": "ky_KG", "ru": "ru_RU", "en": "en_GB"}


class Application(QObject):
    """Dress the one QApplication and change its clothes while it runs."""

    language_changed = Signal(str)
    """The window speaks another language now."""
    theme_changed = Signal(str)
    """The window has other colours or another size of text now."""

    def __init__(self, qt: QApplication, settings: Settings) -> None:
        super().__init__()
        self.qt = qt
        self._settings = settings
        self._translators: list[QTranslator] = []
        if not qt.property(DRESSED):
            _dress(qt)
        self.set_language(settings.get("language") or catalogue.DEFAULT)
        self.set_theme(settings.get("theme") or SYSTEM, settings.get("scale") or 1.0)

    def set_language(self, language: str) -> None:
        """Let the program, and Qt's own dialogs, speak another language."""
        catalogue.set_language(language)
        QLocale.setDefault(QLocale(LOCALES[language]))
        for translator in self._translators:
            self.qt.removeTranslator(translator)
        self._translators = self._speak(language)
        for translator in self._translators:
            self.qt.installTranslator(translator)
        self._settings.put("language", language)
        self.language_changed.emit(language)

    def set_theme(self, name: str, scale: float | None = None) -> None:
        """Change the colours, and the size of text when it is given; “system” follows the PC."""
        scale = scale or theme.scale()
        colours = _system_theme() if name == SYSTEM else name
        theme.use(colours, scale)
        self.qt.setFont(_font())
        self.qt.setPalette(_palette())
        sheet = theme.style_sheet(colours, scale)
        if self.qt.styleSheet() != sheet:
            self.qt.setStyleSheet(sheet)
        self._settings.put("theme", name)
        self._settings.put("scale", scale)
        self.theme_changed.emit(name)

    def _speak(self, language: str) -> list[QTranslator]:
        """Return what translates Qt's words: its own catalogue where it has one, ours above it."""
        spoken = []
        of_qt = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if of_qt.load(f"qtbase_{language}", folder):
            spoken.append(of_qt)
        return [*spoken, QtWords(self)]


def make_application(argv: Sequence[str], settings: Settings) -> Application:
    """Return the application; Qt's own object is made when there is none yet."""
    qt = QApplication.instance()
    if not isinstance(qt, QApplication):
        qt = QApplication(list(argv))
    return Application(qt, settings)


def _dress(qt: QApplication) -> None:
    """Give the application its name, its style and its own fonts."""
    qt.setApplicationName("msu-desktop")
    qt.setApplicationDisplayName("MSU Desktop")
    qt.setWindowIcon(program_icon())
    qt.setStyle(QStyleFactory.create("Fusion"))
    for style in FONT_FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"LiberationSans-{style}.ttf"))
    qt.setProperty(DRESSED, True)


def _font() -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(theme.points("body"))
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def _palette() -> QPalette:
    """Return the colours for what the style sheet does not reach: calendars, dialogs of Qt."""
    ink, palette, role = theme.colours(), QPalette(), QPalette.ColorRole
    for one, colour in (
        (role.Window, ink.ground),
        (role.WindowText, ink.text),
        (role.Base, ink.surface),
        (role.AlternateBase, ink.ground),
        (role.Text, ink.text),
        (role.PlaceholderText, ink.text_faint),
        (role.Button, ink.surface),
        (role.ButtonText, ink.text),
        (role.Highlight, ink.accent),
        (role.HighlightedText, ink.on_accent),
        (role.Link, ink.accent),
        (role.LinkVisited, ink.accent),
        (role.ToolTipBase, ink.rail),
        (role.ToolTipText, ink.rail_text),
        (role.Light, ink.surface),
        (role.Mid, ink.line),
        (role.Dark, ink.line_strong),
    ):
        palette.setColor(one, QColor(colour))
    for one in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(ink.text_faint))
    return palette


def _system_theme() -> str:
    """Return the theme that the user's system prefers."""
    hints = QApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
