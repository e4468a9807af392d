"""Where published numbers are written no binary float is made or formatted: 2.675 would print as 2.67."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, calls, modules, named, tree

PUBLISHING = [PACKAGE / room for room in ("report", "bundle", "exchange", "cli", "web")]
FLOATS = {"astype", "float", "float32", "float64", "tolist"}
PICTURES = PACKAGE / "report" / "charts"
"""Positions in a picture are floats; every label is the text of the exact number."""

# A format of its own (`.2f`, `e`), one inside a text (`%.2f`, `{:.2f}`), one in a template (`|round` too).
FORMAT = re.compile(r"\.\S*[%efgEFGn]$|^[%eEgGn]$")
TEXT = re.compile(r"%[-+ #0]*\d*\.\d+[efgEFG]|\{\w*:[^{}]*\.\d+[%efgEFGn]?\}")
TEMPLATE = re.compile(r"\|\s*(round|float)\b|%\.\d+[efg]|:\.\d+[efg%]")


@pytest.mark.parametrize("path", modules(*PUBLISHING), ids=named)
def test_no_float_is_made_or_formatted(path: Path) -> None:
    if PICTURES not in path.parents:
        assert sorted({*conversions(tree(path)), *formats(tree(path))}) == []


@pytest.mark.parametrize(
    "path",
    [file for room in PUBLISHING for file in sorted(room.rglob("*")) if file.suffix in {".html", ".jinja", ".j2"}],
    ids=named,
)
def test_no_template_rounds(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [(number, line) for number, line in enumerate(lines, 1) if TEMPLATE.search(line)] == []


def test_every_way_to_make_a_float_is_seen() -> None:
    written = "float(x)\nx.astype(float)\nnp.float64(x)\nDecimal(x)\nf'{x:>8}'\n"
    assert list(conversions(ast.parse(written))) == [(1, "float"), (2, "astype"), (3, "float64")]


def test_every_way_to_format_a_float_is_seen() -> None:
    seen = ["f'{x:.2f}'", "f'{x:.{n}f}'", "f'{x:%}'", "format(x, '.3g')", "'{:.1f}'.format(x)", "'%.2f' % x"]
    unseen = ["f'{x:>8}'", "f'{day:%d.%m.%Y}'", "'{points}'.format(points=p)", "'60% of 2.5'"]
    assert [text for text in seen + unseen if list(formats(ast.parse(text)))] == seen


def conversions(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and name of every call that makes a binary float."""
    return ((line, name) for line, name in calls(module) if name in FLOATS)


def formats(module: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and text of every format that would round a float."""
    for node in ast.walk(module):
        match node:
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec) if FORMAT.search(written(spec)):
                yield node.lineno, written(spec)
            case ast.Call(func=ast.Name(id="format"), args=[_, ast.Constant(value=str(text))]) if FORMAT.search(text):
                yield node.lineno, text
            case ast.Constant(value=str(text)) if TEXT.search(text):
                yield node.lineno, text


def written(spec: ast.JoinedStr) -> str:
    """The text of a format with `#` where a value is put in."""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "#" for part in spec.values)
