"""A module is named by what it holds: these names say nothing and fill with everything."""

import re
from pathlib import Path

import pytest

from tests.house.sources import modules, named

EMPTY_NAMES = re.compile(
    "base|common|core|data|handlers?|helpers?|info|lib|managers?|misc|process|services?|tools|utils?"
)


@pytest.mark.parametrize("path", modules(), ids=named)
def test_a_module_is_named_by_what_it_holds(path: Path) -> None:
    parts = [part.removesuffix(".py").strip("_").removeprefix("test_") for part in named(path).split("/")]
    assert [part for part in parts if EMPTY_NAMES.fullmatch(part)] == []
