"""An office that is set up, with real files, for the tests of the desks."""

import random
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from msu_desktop.bootstrap.wiring import WIRING
from msu_desktop.desks.directory.acts.office import (
    AddOfficial,
    OfficeData,
    SetUpOffice,
    set_up_office,
)
from msu_desktop.desks.directory.model import Post
from msu_desktop.language.catalogue import set_language
from msu_desktop.office.ids import IdMaker
from msu_desktop.store.folder import DataFolder
from msu_desktop.store.startup import Manner, open_folder
from msu_desktop.store.workplace import Workplace

BISHKEK = timezone(timedelta(hours=6))
SECRETARY = "Б. Кайыңова"
AK_BASHAT = OfficeData(
    territory_code="41799201801000",
    name_ky="Ак-Башат айыл өкмөтү",
    name_ru="Айыл окмоту Ак-Башат",
    rayon_ky="Көк-Арча району",
    rayon_ru="Кок-Арчинский район",
    oblast_ky="Нарын облусу",
    oblast_ru="Нарынская область",
    address_ky="Ак-Башат айылы, Терек көч. № 1",
    address_ru="село Ак-Башат, ул. Терек № 1",
)
OFFICIALS = (
    AddOfficial(
        post=Post.HEAD,
        post_ky="айыл өкмөтүнүн башчысы",
        post_ru="глава айыл окмоту",
        name="Т. Арчалиев",
    ),
    AddOfficial(
        post=Post.DEPUTY_HEAD,
        post_ky="айыл өкмөтүнүн башчысынын орун басары",
        post_ru="заместитель главы айыл окмоту",
        name="Н. Өрүктөев",
    ),
    AddOfficial(
        post=Post.SECRETARY,
        post_ky="жооптуу катчы",
        post_ru="ответственный секретарь",
        name=SECRETARY,
    ),
    AddOfficial(
        post=Post.FINANCE,
        post_ky="каржы-экономика бөлүмүнүн башчысы",
        post_ru="заведующий финансово-экономическим отделом",
        name="А. Тоокеева",
    ),
)


class Watch:
    """A clock that goes on only when a test says so; it begins on Wednesday, 22.04.2026, 09:00."""

    def __init__(self) -> None:
        self.now = datetime(2026, 4, 22, 9, 0, tzinfo=BISHKEK)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **how_far: float) -> None:
        self.now += timedelta(**how_far)

    def set(self, day: int, month: int, year: int = 2026, hour: int = 9) -> None:
        self.now = datetime(year, month, day, hour, tzinfo=BISHKEK)


def a_manner(watch: Watch, seed: int) -> Manner:
    make_id = IdMaker(random.Random(seed).randbytes)
    return Manner(actor=SECRETARY, clock=watch, make_id=make_id, wait=0.1)


@pytest.fixture(scope="session")
def office_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the data file of an office that was just set up; to be copied, not used."""
    folder = DataFolder(tmp_path_factory.mktemp("set-up") / "кеңсе")
    workplace = open_folder(folder, WIRING, a_manner(Watch(), 1))
    workplace.perform(set_up_office, SetUpOffice(office=AK_BASHAT, officials=OFFICIALS))
    workplace.close()
    return folder.database


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def empty_folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "Айыл өкмөтү (көчүрмө)").create()


@pytest.fixture
def folder(empty_folder: DataFolder, office_database: Path) -> DataFolder:
    """Return the data folder of «Ак-Башат айыл өкмөтү», which is set up."""
    shutil.copyfile(office_database, empty_folder.database)
    return empty_folder


@pytest.fixture
def office(folder: DataFolder, watch: Watch) -> Iterator[Workplace]:
    """Return the open office «Ак-Башат айыл өкмөтү»; Б. Кайыңова works there."""
    workplace = open_folder(folder, WIRING, a_manner(watch, 7))
    yield workplace
    workplace.close()


@pytest.fixture
def unset_office(empty_folder: DataFolder, watch: Watch) -> Iterator[Workplace]:
    """Return an open office that nobody has set up yet."""
    workplace = open_folder(empty_folder, WIRING, a_manner(watch, 7))
    yield workplace
    workplace.close()


@pytest.fixture(params=["ky", "ru", "en"])
def each_language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Let a test run in each language of the window."""
    set_language(request.param)
    yield request.param
    set_language("ky")
