"""The whole work of an office on the command line: JSON in, JSON out, each command a process."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from msu_desktop.office.places import ROOT

OFFICE = {
    "territory_code": "41799201801000",
    "name_ky": "Ак-Башат айыл өкмөтү",
    "name_ru": "Айыл окмоту Ак-Башат",
    "rayon_ky": "Көк-Арча району",
    "rayon_ru": "Кок-Арчинский район",
    "oblast_ky": "Нарын облусу",
    "oblast_ru": "Нарынская область",
}
SECRETARY = {
    "post": "responsible_secretary",
    "post_ky": "жооптуу катчы",
    "post_ru": "ответственный секретарь",
    "name": "Б. Кайыңова",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered: its exit status and its lines of JSON."""

    status: int
    lines: list[Any]

    @property
    def only(self) -> Any:
        (line,) = self.lines
        return line

    @property
    def result(self) -> Any:
        assert self.status == 0, self.lines
        return self.only["result"]


@dataclass(frozen=True, slots=True)
class CommandLine:
    """Calls the program with a data folder of its own."""

    folder: Path

    def __call__(self, *words: str, typed: object = "", language: str = "") -> Said:
        text = typed if isinstance(typed, str) else json.dumps(typed, ensure_ascii=False)
        spoken = ["--language", language] if language else []
        done = subprocess.run(
            [sys.executable, "-m", "msu_desktop", "--data-dir", str(self.folder), *spoken, *words],
            input=text.encode(),
            capture_output=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        assert done.stderr == b"", done.stderr.decode()
        return Said(done.returncode, [json.loads(line) for line in done.stdout.splitlines()])

    def act(self, name: str, /, **command: Any) -> Any:
        return self("act", name, typed=command).result

    def query(self, name: str, /, **args: Any) -> Any:
        return self("query", name, typed=args).result


def today() -> str:
    return date.today().isoformat()  # noqa: DTZ011 - the day on this PC's clock, as the clerk sees it


@pytest.fixture
def bare(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "Айыл өкмөтү")


@pytest.fixture
def office(bare: CommandLine) -> CommandLine:
    bare.act("set_up_office", office=OFFICE, officials=[SECRETARY])
    return bare


@pytest.fixture
def party(office: CommandLine) -> str:
    kind = "local_state_administration"
    return office.act("add_party", sender_kind=kind, name="Көк-Арча райондук администрациясы")


def lines(*commands: dict[str, Any]) -> str:
    return "\n".join(json.dumps(command, ensure_ascii=False) for command in commands) + "\n"


@pytest.mark.timeout(300)
def test_a_day_of_the_office_from_setting_up_to_restoring(office, party) -> None:
    letter = {"party_id": party, "summary": "Айылдык кеңештин токтому", "term": "usual"}
    first = office.act("register_incoming", **letter)
    assert (first["number"], first["registered_on"]) == ("1", today())
    assert first["due_on"] > today()

    many = office(
        "act", "register_incoming", "--lines", typed=lines(letter, {**letter, "sheets": 0}, letter)
    )
    assert many.status == 1
    assert [line.get("error") for line in many.lines] == [None, "sheets_wrong", None]
    assert [many.lines[place]["result"]["number"] for place in (0, 2)] == ["2", "3"]

    files = office.query("case_files", year=int(today()[:4]))
    reply = office.act(
        "register_outgoing",
        party_id=party,
        summary="Кеңештин токтому боюнча жооп",
        case_file_id=files[0]["id"],
        replies_to=[first["id"]],
    )
    assert reply["number"] == f"{files[0]['case_index']}/1"
    card = office.query("document_card", document_id=first["id"], today=today())
    assert card["state"] == "executed"
    assert [link["number_text"] for link in card["links"]] == [reply["number"]]
    assert card["history"][-1]["actor"] == "Б. Кайыңова"

    listed = office.query("documents", register="incoming", today=today(), text="кенеш", limit=2)
    assert [row["number"] for row in listed["rows"]] == [3, 2]
    following = office.query(
        "documents", register="incoming", today=today(), text="кенеш", after=listed["next"]
    )
    assert [row["number"] for row in following["rows"]] == [1]
    assert len(office("search", "кенештин токтом").result) == 4

    made = office("backup").only
    assert made["verified"]
    third = many.lines[2]["result"]["id"]
    office.act("annul_document", document_id=third, reason="эки жолу терилген")
    year = today()[:4]
    assert office.query("gaps", register="incoming", period=year)["annulled"] == [3]

    preview = office("restore", made["name"], "--preview").only
    assert preview["lost"]["acts"] == {"annul_document": 1}
    assert (preview["gained"]["acts"], preview["diverged"]) == ({}, False)
    assert office.query("gaps", register="incoming", period=year)["annulled"] == [3]
    restored = office("restore", made["name"]).only
    assert Path(restored["old_file"]).is_file()
    assert office.query("gaps", register="incoming", period=year)["annulled"] == []
    assert office.act("register_incoming", **letter)["number"] == "4"
    checked = office("check").only
    assert (checked["sound"], checked["findings"]) == (True, [])


def test_commands_together_are_all_carried_out_or_none(office, party) -> None:
    right, wrong = {"party_id": party, "summary": "Кат"}, {"party_id": party, "summary": ""}
    refused = office(
        "act", "register_incoming", "--together", typed=lines(right, right, wrong, right)
    )
    assert refused.status == 1
    assert (refused.only["error"], refused.only["line"]) == ("required", 3)
    done = office("act", "register_incoming", "--together", typed=lines(right, right))
    assert [line["result"]["number"] for line in done.lines] == ["1", "2"]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ky", "келе элек"),
        ("ru", "ещё не наступил"),
        ("en", "is still to come"),
    ],
)
def test_an_error_is_told_in_the_language_asked_for(office, party, language, message) -> None:
    tomorrow = date.fromisoformat(today()) + timedelta(days=1)
    letter = {"party_id": party, "summary": "Кат", "registered_on": tomorrow.isoformat()}
    refused = office("act", "register_incoming", typed=letter, language=language)
    assert refused.status == 1
    told = refused.only
    assert told["error"] == "date_in_future"
    assert told["facts"] == {"day": tomorrow.isoformat(), "today": today()}
    assert message in told["message"]
    assert told["problems"][0]["field"] == "registered_on"


def test_every_problem_of_a_command_is_told(office) -> None:
    refused = office("act", "register_incoming", typed={"summary": "", "sheets": 0})
    assert {(one["field"], one["error"]) for one in refused.only["problems"]} == {
        ("summary", "required"),
        ("sheets", "sheets_wrong"),
        ("party_id", "party_needed"),
    }


@pytest.mark.parametrize(
    ("words", "typed", "error"),
    [
        (("act", "lose_a_letter"), "{}", "no_such_act"),
        (("query", "everything"), "{}", "no_such_query"),
        (("act", "register_incoming"), "{", "not_understood"),
        (("act", "register_incoming"), '{"summary": 5}', "not_understood"),
        (("act", "register_incoming"), '{"summary": "a", "colour": "red"}', "not_understood"),
        (("query", "documents"), '{"register": "incoming"}', "not_understood"),
        (("query", "documents"), '{"register": "incoming", "today": "31.02"}', "not_understood"),
        (("restore", "yesterday"), "", "no_such_backup"),
        (("demo",), "", "folder_in_use"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_code(office, words, typed, error) -> None:
    refused = office(*words, typed=typed)
    assert refused.status == 1
    assert refused.only["error"] == error
    assert refused.only["message"].endswith(".")


def test_before_the_first_steps_nothing_can_be_registered(bare) -> None:
    letter = {
        "new_party": {"sender_kind": "citizen", "name": "Булакбаева Гүлсүн"},
        "summary": "Кат",
    }
    refused = bare("act", "register_incoming", typed=letter)
    assert refused.status == 1
    assert refused.only["error"] in {"not_set_up", "no_such_register"}


def test_acts_and_queries_are_listed_with_their_schemas(bare) -> None:
    acts, queries = bare("acts").only, bare("queries").only
    assert {"set_up_office", "register_incoming", "annul_document", "link_documents"} <= acts.keys()
    assert {"documents", "document_card", "gaps", "term"} <= queries.keys()
    for described in (*acts.values(), *queries.values()):
        assert described["about"]
        assert described["takes"]
        assert described["gives"]


def test_the_paper_journal_is_written_to_a_file(office, party, tmp_path) -> None:
    office.act("register_incoming", party_id=party, summary="Кат")
    pdf, xlsx = tmp_path / "журнал.pdf", tmp_path / "журнал.xlsx"
    office("paper", "F01", "--out", str(pdf))
    office("paper", "F01", "--out", str(xlsx))
    assert pdf.read_bytes().startswith(b"%PDF")
    assert xlsx.read_bytes().startswith(b"PK")


@pytest.mark.timeout(300)
def test_an_example_office_can_be_asked_like_any_other(bare) -> None:
    made = bare("demo", "--years", "1", "--seed", "7", "--until", "2026-04-22").only
    assert made["last"] == "2026-04-22"
    assert bare.query("office")["name_ky"] == "Ак-Башат айыл өкмөтү"
    report = bare.query("gaps", register="incoming", period="2026")
    assert (report["skipped"], report["annulled"]) == ([], [201])
    assert bare("check").only["sound"]
