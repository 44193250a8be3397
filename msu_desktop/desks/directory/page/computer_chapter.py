"""The chapter of this computer: language, theme, size of text, where second copies go."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from msu_desktop.desks.directory.page.chapter import Chapter
from msu_desktop.desks.directory.page.doors import Doors
from msu_desktop.desks.directory.page.first_steps_place import LANGUAGES
from msu_desktop.desks.directory.page.shown_field import ShownField
from msu_desktop.gui import theme
from msu_desktop.gui.widgets.buttons import make_button
from msu_desktop.gui.widgets.fields.choice import ChoiceField
from msu_desktop.gui.widgets.form import Form, Section
from msu_desktop.gui.widgets.header import Header
from msu_desktop.gui.widgets.parts import make_ground
from msu_desktop.gui.workbench import Workbench
from msu_desktop.language.catalogue import _, language
from msu_desktop.office.errors import N_

SECOND_FOLDER = "second_folder"


class ComputerChapter(Chapter):
    """Change how the window speaks and looks; each choice holds at once."""

    key = "computer"
    title = N_("This computer")
    icon = "contrast"

    def __init__(self, bench: Workbench, doors: Doors) -> None:
        super().__init__(bench, doors)
        languages = [(code, name) for code, name, _words in LANGUAGES]
        self._language = ChoiceField("language", _("Language of the window"), languages)
        themes = [("light", _("Light")), ("dark", _("Dark"))]
        self._theme = ChoiceField("theme", _("Colours"), themes)
        sizes = [(scale, f"{round(100 * scale)} %") for scale in theme.SCALES]
        self._scale = ChoiceField("scale", _("Size of text"), sizes)
        self._second = ShownField(
            SECOND_FOLDER, _("A second backup copy goes to"), kind="pairValue"
        )
        self._second.show_widget(self._second_buttons())
        self._folder = ShownField("folder", _("The office's data lie in"), kind="pairValue")
        form = Form(
            [
                [self._language, self._theme, self._scale],
                Section(_("Backup copies")),
                [self._second],
                Section(_("Data folder")),
                [self._folder],
            ]
        )
        sheet = make_ground("formSheet")
        room = QHBoxLayout(sheet)
        pad = theme.measure("gap_5")
        room.setContentsMargins(pad, theme.measure("gap_4"), pad, pad)
        form.setMaximumWidth(round(860 * theme.scale()))
        room.addWidget(form, 4)
        room.addStretch(0)
        header = Header(_("This computer"), _("Nothing here belongs to the office's data"))
        self.fill_with(header, sheet)
        self._language.edited.connect(self._on_language)
        self._theme.edited.connect(self._on_look)
        self._scale.edited.connect(self._on_look)

    def _second_buttons(self) -> QWidget:
        ground = QWidget()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(make_button(_("Choose a folder or stick…"), "folder", self.choose_second))
        row.addWidget(make_button(_("No second copy"), "close", self.forget_second))
        row.addStretch(1)
        return ground

    def refresh(self) -> None:
        """Show how it is now."""
        self._language.set_value(language())
        self._theme.set_value(theme.theme())
        self._scale.set_value(theme.scale())
        second = self.bench.settings.get(SECOND_FOLDER)
        self._second.show_text(second or _("nowhere: if this computer breaks, its copies are lost"))
        self._folder.show_text(str(self.doors.folder.path))

    @Slot()
    def choose_second(self) -> None:
        """Ask for the folder or stick where second copies go."""
        start = self.bench.settings.get(SECOND_FOLDER) or ""
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder or stick…"), start)
        if chosen:
            self.keep_second(Path(chosen))

    def keep_second(self, place: Path) -> None:
        """Take a folder as the one where second copies go."""
        self.bench.settings.put(SECOND_FOLDER, str(place))
        self.bench.messages.tell(_("Backup copies go there as well from now on."))
        self.refresh()

    @Slot()
    def forget_second(self) -> None:
        """Make no second copies any more."""
        self.bench.settings.put(SECOND_FOLDER, None)
        self.refresh()

    @Slot()
    def _on_language(self) -> None:
        self.doors.appearance.set_language(self._language.value())

    @Slot()
    def _on_look(self) -> None:
        self.doors.appearance.set_theme(self._theme.value(), self._scale.value())
