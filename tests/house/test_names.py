"""A module is named by what it holds: these names say nothing and fill with everything."""

from pathlib import Path

import pytest

from tests.house.sources import modules, named

EMPTY_NAMES = set(
    "base common core data handler handlers helper helpers info lib manager managers misc process service services "
    "tools util utils".split()
)


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_is_named_by_what_it_holds(path: Path) -> None:
    parts = {part.removesuffix(".py").strip("_").removeprefix("test_") for part in named(path).split("/")}
    assert parts & EMPTY_NAMES == set()
