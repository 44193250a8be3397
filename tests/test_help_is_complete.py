"""Help answers on every page of the window, in three languages, and says the window's own words."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from msu_desktop.bootstrap import pages
from msu_desktop.bootstrap.keeping import DraftsOnDisk, SettingsOnDisk
from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.directory.acts.office import SetUpOffice, set_up_office
from msu_desktop.desks.directory.page import first_steps
from msu_desktop.desks.directory.page.settings import CHAPTERS
from msu_desktop.gui.application import Application, make_application
from msu_desktop.gui.help import CONTENTS, HELP, HelpPanel
from msu_desktop.gui.messages import RecordedMessages
from msu_desktop.gui.page import PageSpec
from msu_desktop.gui.pages import Pages
from msu_desktop.gui.tasks import TaskRunner
from msu_desktop.gui.workbench import Services, Workbench
from msu_desktop.office.places import TRANSLATIONS
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import open_folder
from tests.desks.conftest import AK_BASHAT, OFFICIALS, Watch, a_manner

LANGUAGES = ("ky", "ru", "en")
Opened = tuple[Application, list[PageSpec], Pages]
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
QUOTED = re.compile(r"«([^»]+)»|“([^”]+)”")
STRUCTURE = re.compile(r"^(#+|\d+\.|-) ", re.MULTILINE)
HEADED = re.compile(r"^# .+", re.MULTILINE)
SAID_BESIDE = {
    *("көк", "кенеш", "кеңеш", "≈", "Жайытка чыгуу мөөнөттөрү жөнүндө"),
    *("Ак-Башат айыл өкмөтү", "Айыл окмоту Ак-Башат", "ъкмът\\\\н\\\\н", "к=рёштё"),
    *("жооп № …", "ответ № …", "reply № …", "bill", "долбоору"),
    *("Курман айт … күнү күтүлүүдө", "Курман айт ожидается …", "Kurman ait is expected on …"),
}
"""What help quotes beside the words of the window: what is typed, found or printed."""


@pytest.fixture
def window_pages(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    folder = DataFolder(tmp_path / "кеңсе").create()
    office = open_folder(folder, WIRING, a_manner(Watch(), 5))
    office.perform(set_up_office, SetUpOffice(office=AK_BASHAT, officials=OFFICIALS))
    settings, tasks = SettingsOnDisk(folder), TaskRunner()
    bench = Workbench(office, Services(tasks, RecordedMessages(), settings, DraftsOnDisk(folder)))
    application = make_application([], settings)
    lent = pages.doors(folder, application, lambda _job: None)
    specs = list(pages.specs(lent, lambda: None))
    shown = Pages(bench, specs)
    qtbot.addWidget(shown)
    yield application, specs, shown
    tasks.close()
    office.close()


def topics_on_disk(language: str) -> set[str]:
    return {file.stem for file in (HELP / language).glob("*.md")}


def words_of_the_window(language: str) -> list[str]:
    """Return every text of the window with its facts left open."""
    file = TRANSLATIONS / language / "LC_MESSAGES" / "msu.po"
    messages = read_po(BytesIO(file.read_bytes()), locale=language)
    forms = [(one.string,) if isinstance(one.string, str) else one.string for one in messages]
    return [re.sub(r"\{\w+\}", "…", one).casefold() for form in forms for one in form or ()]


def texts() -> Iterator[tuple[str, str, str]]:
    for language in LANGUAGES:
        for file in sorted((HELP / language).glob("*.md")):
            yield language, file.stem, file.read_text("utf-8")


def test_every_page_and_chapter_has_help_in_three_languages(
    window_pages: Opened,
) -> None:
    _application, specs, shown = window_pages
    asked = {shown.open(spec.key).help_topic for spec in specs}
    asked |= {chapter.help_topic for chapter in CHAPTERS} | {first_steps.HELP, CONTENTS}
    for language in LANGUAGES:
        assert topics_on_disk(language) == asked


def test_help_is_shown_whole_in_each_language(window_pages: Opened, qtbot: QtBot) -> None:
    application, _specs, _shown = window_pages
    panel = HelpPanel()
    qtbot.addWidget(panel)
    (browser,) = panel.findChildren(QTextBrowser)
    for language, topic, text in texts():
        application.set_language(language)
        panel.show_topic(topic)
        heading = HEADED.match(text)
        assert heading is not None, (language, topic)
        assert panel.topic == topic
        shown = browser.toPlainText()
        assert shown.startswith(heading[0].removeprefix("# "))
        assert not re.search(r"\*\*|\]\(|^#", shown, re.MULTILINE), (language, topic)


def test_every_link_of_help_leads_to_a_page_of_help() -> None:
    for language, topic, text in texts():
        for target in LINK.findall(text):
            assert (HELP / language / target).is_file(), (language, topic, target)


def test_the_contents_lead_to_every_page_of_help() -> None:
    for language in LANGUAGES:
        text = (HELP / language / f"{CONTENTS}.md").read_text("utf-8")
        led_to = {target.removesuffix(".md") for target in LINK.findall(text)}
        assert led_to == topics_on_disk(language) - {CONTENTS}


def test_every_language_tells_the_same_chapters() -> None:
    for topic in topics_on_disk("ky"):
        shapes = {
            tuple(STRUCTURE.findall((HELP / one / f"{topic}.md").read_text("utf-8")))
            for one in LANGUAGES
        }
        assert len(shapes) == 1, topic


def test_help_names_buttons_and_fields_as_the_window_does() -> None:
    spoken = {language: words_of_the_window(language) for language in LANGUAGES}
    for language, topic, text in texts():
        for match in QUOTED.finditer(text):
            name = match[1] or match[2]
            pattern = re.sub(r"\d+|…", ".+", re.escape(name.casefold()))
            begins = re.compile(pattern + r"(?!\w)")
            known = name in SAID_BESIDE or any(begins.match(one) for one in spoken[language])
            assert known, (language, topic, name)
