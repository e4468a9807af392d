"""What a start loads: a heavy library belongs inside the function that needs it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, modules, named, tree

# What asking for help must not load, and what no module may import at its top.
UNASKED = {
    "allauth",
    "altair",
    "cryptography",
    "django",
    "docx",
    "duckdb",
    "granian",
    "jinja2",
    "lxml",
    "numpy",
    "pdfplumber",
    "psycopg",
    "pypdfium2",
    "python_calamine",
    "scipy",
    "typst",
    "vl_convert",
    "xlsxwriter",
}
# The rooms that stand on a library import it; nobody loads them who did not ask.
HEAVY = UNASKED - {"allauth", "django", "numpy"}


def test_importing_chiso_loads_nothing_but_the_standard_library() -> None:
    assert loaded("-c", "import chiso") - sys.stdlib_module_names == {"chiso"}


def test_help_loads_no_heavy_library() -> None:
    assert loaded("-m", "chiso", "--help") & UNASKED == set()


@pytest.mark.parametrize("path", modules(PACKAGE), ids=named)
def test_no_module_imports_a_heavy_library_at_its_top(path: Path) -> None:
    assert set(imported(tree(path).body)) & HEAVY == set()


def loaded(*arguments: str) -> set[str]:
    """The top-level modules that a fresh Python loads to run `arguments`, beyond those it starts with."""
    return timed(*arguments) - timed("-c", "")


def timed(*arguments: str) -> set[str]:
    """The top-level names in what `-X importtime` tells."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    lines = [line for line in run.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines[1:]}


def imported(statements: list[ast.stmt]) -> Iterator[str]:
    """The top-level names that a module imports when it is imported, those for type checking left out."""
    for statement in statements:
        match statement:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module.partition(".")[0]
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=otherwise):
                yield from imported(otherwise)
            case ast.If(body=body, orelse=otherwise):
                yield from imported(body + otherwise)
            case ast.Try(body=body, handlers=handlers):
                yield from imported(body + [inner for handler in handlers for inner in handler.body])
