"""Setting the office up and correcting it, through the acts."""

from datetime import date

import msgspec
import pytest

from msu_desktop.desks.directory.acts.office import (
    AddOfficial,
    CorrectOffice,
    CorrectOfficial,
    SetUpOffice,
    add_official,
    correct_office,
    correct_official,
    set_up_office,
)
from msu_desktop.desks.directory.model import Post
from msu_desktop.desks.directory.queries import office as asking
from msu_desktop.office.errors import RuleBroken
from msu_desktop.store.workplace import Workplace
from tests.desks.conftest import AK_BASHAT, OFFICIALS


def test_an_office_that_is_set_up_knows_its_name_and_its_people(office: Workplace) -> None:
    assert office.ask(asking.office, asking.OfficeAsked()).name_ky == "Ак-Башат айыл өкмөтү"
    people = office.ask(asking.officials, asking.OfficialsAsked())
    assert [one.name for one in people] == [
        "А. Тоокеева",
        "Б. Кайыңова",
        "Н. Өрүктөев",
        "Т. Арчалиев",
    ]


def test_an_office_is_set_up_only_once(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="already_set_up"):
        office.perform(set_up_office, SetUpOffice(office=AK_BASHAT, officials=OFFICIALS))


def test_an_office_with_a_wrong_territory_code_is_not_set_up(unset_office: Workplace) -> None:
    wrong = msgspec.structs.replace(AK_BASHAT, territory_code="4170620")
    with pytest.raises(RuleBroken, match="territory_code_wrong") as refused:
        unset_office.perform(set_up_office, SetUpOffice(office=wrong))
    assert refused.value.problem.field == "territory_code"
    assert not unset_office.ask(asking.is_set_up, asking.OfficeAsked())


def test_nothing_is_known_of_an_office_before_the_first_steps(unset_office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="not_set_up"):
        unset_office.ask(asking.office, asking.OfficeAsked())


def test_a_moved_office_shows_its_new_address_and_its_history(office: Workplace) -> None:
    before = office.ask(asking.office, asking.OfficeAsked())
    moved = {**msgspec.structs.asdict(AK_BASHAT), "address_ky": "Ак-Башат айылы, Арча көч. № 5"}
    office.perform(correct_office, CorrectOffice(**moved, version=before.version))
    assert office.ask(asking.office, asking.OfficeAsked()).address_ky.endswith("№ 5")
    newest = office.ask(asking.history, asking.HistoryAsked(record_id=before.id))[0]
    assert newest.fields == {
        "address_ky": ("Ак-Башат айылы, Терек көч. № 1", "Ак-Башат айылы, Арча көч. № 5")
    }


def test_an_office_corrected_meanwhile_by_another_window_is_not_overwritten(
    office: Workplace,
) -> None:
    version = office.ask(asking.office, asking.OfficeAsked()).version
    data = msgspec.structs.asdict(AK_BASHAT)
    office.perform(correct_office, CorrectOffice(**{**data, "phone": "03535 1"}, version=version))
    with pytest.raises(RuleBroken, match="changed_meanwhile"):
        office.perform(correct_office, CorrectOffice(**{**data, "phone": "2"}, version=version))


def test_an_official_who_left_is_in_post_until_his_last_day(office: Workplace) -> None:
    head = next(
        one
        for one in office.ask(asking.officials, asking.OfficialsAsked())
        if one.post == Post.HEAD
    )
    office.perform(
        correct_official,
        CorrectOfficial(
            official_id=head.id,
            post=Post.HEAD,
            post_ky=head.post_ky,
            post_ru=head.post_ru,
            name=head.name,
            valid_to=date(2026, 4, 30),
        ),
    )
    on_the_last_day = office.ask(asking.officials, asking.OfficialsAsked(on=date(2026, 4, 30)))
    after = office.ask(asking.officials, asking.OfficialsAsked(on=date(2026, 5, 1)))
    assert head.name in [one.name for one in on_the_last_day]
    assert head.name not in [one.name for one in after]


def test_an_official_cannot_leave_before_he_came(office: Workplace) -> None:
    with pytest.raises(RuleBroken, match="ends_before_beginning"):
        office.perform(
            add_official,
            AddOfficial(
                post=Post.SPECIALIST,
                post_ky="адис",
                post_ru="",
                name="С. Чынарбаев",
                valid_from=date(2026, 4, 22),
                valid_to=date(2026, 4, 21),
            ),
        )
