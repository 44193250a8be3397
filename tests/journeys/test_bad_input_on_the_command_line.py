"""What the command line says to input that cannot be right: one clear line, and nothing changes."""

import codecs
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from msu_desktop.cli.command_line import main
from msu_desktop.office.places import ROOT
from tests.journeys.test_command_line import OFFICE, SECRETARY

PARTY = {"sender_kind": "citizen", "name": "Булакбаева Гүлсүн"}


@dataclass(frozen=True, slots=True)
class Line:
    """Calls the program in this process; ``said`` are the lines it answered."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *words: str, typed: bytes = b"") -> tuple[int, list[Any]]:
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
        status = main(["--data-dir", str(self.folder), "--language", "en", *words])
        out, err = self.capsys.readouterr()
        assert err == ""
        return status, [json.loads(line) for line in out.splitlines()]

    def asks(self, name: str, **args: Any) -> Any:
        status, (answer,) = self("query", name, typed=json.dumps(args).encode())
        return answer["result"] if status == 0 else answer["error"]

    def acts(self) -> int:
        """Count the acts in the journal."""
        return int(self("check")[1][0]["acts"])


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Line:
    line = Line(tmp_path / "Ак-Башат АӨ", monkeypatch, capsys)
    typed = json.dumps({"office": OFFICE, "officials": [SECRETARY]})
    assert line("act", "set_up_office", typed=typed.encode())[0] == 0
    return line


def as_json(*commands: dict[str, Any], end: str = "\n") -> bytes:
    return "".join(json.dumps(one, ensure_ascii=False) + end for one in commands).encode()


@pytest.mark.parametrize("way", [(), ("--lines",), ("--together",)])
def test_a_mark_of_the_encoding_and_windows_line_ends_do_no_harm(line, way) -> None:
    typed = codecs.BOM_UTF8 + as_json(PARTY, end="\r\n")
    assert line("act", "add_party", *way, typed=typed)[0] == 0


@pytest.mark.parametrize(
    "typed",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"\xff\xfe"',
        as_json(PARTY)[:-3] + b'\xd0"}',
        b'{"sender_kind": "citizen", "name": "\\ud800"}',
        b'{"sender_kind": "citizen", "name": 5}',
        b'{"sender_kind": "neighbour", "name": "x"}',
        b'{"sender_kind": "citizen", "name": "x", "nmae": "y"}',
        b'{"sender_kind": "citizen", "name": "x", "valid_from": "2026-02-30"}',
        b'{"sender_kind": "citizen", "name": NaN}',
        b'{"sender_kind": "citizen", "name": "x"}{"sender_kind": "citizen", "name": "y"}',
        b"[" * 5000,
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(line, typed) -> None:
    before = line.acts()
    status, (answer,) = line("act", "add_party", typed=typed)
    assert (status, answer["error"]) == (1, "not_understood")
    assert line.acts() == before


@pytest.mark.parametrize("name", ["x\x00y", "x\x07", "ж" * 1_000_000])
def test_a_text_that_cannot_be_kept_is_refused_beside_its_field(line, name) -> None:
    status, (answer,) = line("act", "add_party", typed=as_json({**PARTY, "name": name}))
    assert (status, answer["problems"][0]["field"]) == (1, "name")


@pytest.mark.parametrize(
    "wrong", [b"{", as_json({**PARTY, "name": ""}), b'{"sender_kind": "\xff"}'], ids=str
)
@pytest.mark.parametrize("good", [0, 2])
def test_of_lines_together_the_one_that_fails_is_named_and_nothing_is_kept(
    line, wrong, good
) -> None:
    before = line.acts()
    rest = as_json(*({**PARTY, "name": f"Жаран {place}"} for place in range(good)))
    status, (answer,) = line("act", "add_party", "--together", typed=rest + b"\n" + wrong)
    assert (status, answer["line"]) == (1, good + 2)
    assert line.acts() == before


def test_of_lines_each_for_itself_a_broken_one_does_not_stop_the_others(line) -> None:
    typed = b'{"name": "\xff"}\n' + as_json(PARTY)
    status, answers = line("act", "add_party", "--lines", typed=typed)
    assert status == 1
    assert [("result" in one) for one in answers] == [False, True]


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("documents", {"register": "incoming", "today": "2026-04-22", "after": ["x"]}),
        ("documents", {"register": "incoming", "today": "2026-04-22", "after": [1, 2, 3]}),
        ("documents", {"register": "incoming", "today": "2026-04-22", "after": ["2026", 10**30]}),
        ("documents", {"register": "incoming", "today": "9999-12-31"}),
        ("waiting", {"today": "9999-12-31"}),
        ("day", {"today": "9999-12-31"}),
        ("day", {"today": "2026-04-22", "most": 10**30}),
        ("calendar_year", {"year": 0}),
        ("calendar_year", {"year": 10**30}),
        ("case_files", {"year": 10**30}),
        ("term", {"code": "COR-09", "start": "9999-12-31"}),
        ("term", {"code": "no such rule", "start": "2026-01-01"}),
        ("parties", {"most": 10**30}),
        ("register_journal", {"register": "nowhere"}),
        ("next_number", {"register": "incoming", "on": "2026-01-01", "template": "{x}"}),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_a_line(line, name, args) -> None:
    assert isinstance(line.asks(name, **args), str)


def test_a_page_of_no_possible_size_is_made_one_of_a_possible_size(line) -> None:
    line("act", "add_party", "--lines", typed=as_json(*({**PARTY, "name": x} for x in "абв")))
    for limit, rows in ((-5, 1), (0, 1), (10**30, 3)):
        page = line.asks("party_page", limit=limit)
        assert (len(page["rows"]), page["next"] is None) == (rows, rows == 3)


@pytest.mark.parametrize(
    "text", ["«»", "?!", "AND", "NEAR(а", '"', "*", "-", "а", "NOT -x* OR", "сөз " * 3000]
)
def test_any_text_may_be_searched_for(line, text) -> None:
    line("act", "add_party", typed=as_json(PARTY))
    assert line("search", text)[0] == 0
    for asked in ("summary", "number", "party", "text"):
        args = {"register": "incoming", "today": "2026-04-22", asked: text}
        assert line.asks("documents", **args)["rows"] == []


@pytest.mark.parametrize(
    "words",
    [("search", "\udcff"), ("act", "\udcff"), ("--actor", "\udcff", "act", "confirm_clock")],
)
def test_a_word_that_is_no_utf_8_is_told_in_one_line(line, words) -> None:
    status, (answer,) = line(*words)
    assert (status, answer["error"]) == (1, "not_understood")


@pytest.mark.parametrize("actor", ["a\x07", "Б" * 200])
def test_an_actor_nobody_can_read_is_refused(line, actor) -> None:
    status, (answer,) = line("--actor", actor, "act", "confirm_clock")
    assert (status, answer["problems"][0]["field"]) == (1, "actor")


@pytest.mark.parametrize("typed", [as_json(*({**PARTY, "name": x} for x in "абв")), b"{"])
def test_a_reader_who_goes_away_leaves_no_trace_of_an_error(line, typed) -> None:
    words = [sys.executable, "-m", "msu_desktop", "--data-dir", str(line.folder)]
    away, into = os.pipe()
    os.close(away)
    done = subprocess.run(
        [*words, "act", "add_party", "--lines"],
        input=typed,
        stdout=into,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
    )
    os.close(into)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_journal_that_never_restarts_is_printed_whole(line, tmp_path) -> None:
    never = {"register": "incoming", "template": "{n}", "restart": "never"}
    line("act", "correct_register", typed=as_json(never))
    letter = {"new_party": PARTY, "summary": "Маалымат"}
    line("act", "register_incoming", typed=as_json(letter))
    assert line("paper", "F01", "--out", str(tmp_path / "F01.pdf"), "--printed")[0] == 0
    printed = line.asks("print_state", register="incoming", period="*")
    assert (printed["last"], printed["printed"]) == (1, 1)


@pytest.mark.parametrize(
    "wrong",
    [{"last_number": -1}, {"page": 0}, {"y_mm": 1e300}, {"y_mm": -1.0}, {"last_number": 10**30}],
    ids=str,
)
def test_a_place_no_sheet_has_is_not_noted_as_printed(line, wrong) -> None:
    place = {"register": "incoming", "period": "2026", "last_number": 1, "page": 1, "y_mm": 100.0}
    assert line("act", "record_print", typed=as_json({**place, **wrong}))[0] == 1


@pytest.mark.parametrize("years", ["0", "-3", "100000"])
def test_an_example_of_no_possible_length_is_refused(tmp_path, monkeypatch, capsys, years) -> None:
    example = Line(tmp_path / "үлгү", monkeypatch, capsys)
    with pytest.raises(SystemExit) as refused:
        example("demo", "--years", years)
    assert refused.value.code == 2
    assert not example.folder.exists()


def test_a_file_in_the_place_of_the_data_folder_is_named_as_a_trouble(
    tmp_path, monkeypatch, capsys
) -> None:
    (tmp_path / "файл").write_text("x", encoding="utf-8")
    status, (answer,) = Line(tmp_path / "файл", monkeypatch, capsys)("check")
    assert (status, answer["error"]) == (1, "folder_missing")


def test_one_command_in_another_language_leaves_the_settings(line) -> None:
    line("check")
    assert not (line.folder / "settings.json").exists()
