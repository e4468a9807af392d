"""One place rounds: a second rule elsewhere would print another digit for the same score."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import PACKAGE, calls, modules, named, tree

ONE_PLACE = PACKAGE / "engine" / "quantities"
ROUNDING = {"around", "ceil", "fix", "floor", "quantize", "rint", "round", "trunc"}


@pytest.mark.parametrize("path", modules(PACKAGE), ids=named)
def test_only_one_place_rounds(path: Path) -> None:
    if path.is_relative_to(ONE_PLACE) or path == ONE_PLACE.with_suffix(".py"):
        return
    assert roundings(tree(path)) == [], "ask chiso.engine.quantities to round"


def test_every_way_to_round_is_seen() -> None:
    seen = ["round(x, 2)", "np.rint(x)", "d.quantize(e)", "math.floor(x)", "ceil(x)"]
    unseen = ["x.rounded(2)", "rounded(x, 2)", "round_trip(x)"]
    assert [text for text in seen + unseen if roundings(ast.parse(text))] == seen


def roundings(module: ast.Module) -> list[tuple[int, str]]:
    """The line and name of every call that rounds."""
    return [(line, name) for line, name in calls(module) if name in ROUNDING or name.startswith("to_integral")]
