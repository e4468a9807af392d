"""A file fits a sitting and a function fits a screen; data files and expected lists are no code."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, modules, named, tree

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40

# Migrations are written by a command, and what was applied is not written anew.
WRITTEN = [path for path in modules() if not path.is_relative_to(PACKAGE / "web" / "migrations")]


@pytest.mark.parametrize("path", WRITTEN, ids=named)
def test_a_file_is_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LINES_OF_A_FILE, f"{named(path)} has {lines} lines: split it by noun or verb"


@pytest.mark.parametrize("path", modules(), ids=named)
def test_functions_are_short(path: Path) -> None:
    long = {
        node.name: length
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LINES_OF_A_FUNCTION
    }
    assert long == {}, f"{named(path)}: split these by what they do"
