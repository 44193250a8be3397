"""The budgets of files and functions, and one sentence at each door."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "msu_desktop"
FILES = sorted(PACKAGE.rglob("*.py"))
VAGUE = {"utils", "helpers", "common", "misc", "base"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_file_and_no_function_outgrows_its_budget(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [path for path in FILES if path.stem in VAGUE]


def test_each_package_says_in_one_sentence_what_belongs_in_it() -> None:
    for door in PACKAGE.rglob("__init__.py"):
        tree = ast.parse(door.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), door
        assert len(tree.body) == 1, door
