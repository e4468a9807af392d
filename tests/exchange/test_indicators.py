"""The indicators that ship, and those of a file."""

from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.engine.loading import load
from chiso.exchange import indicators
from tests.house.sources import PACKAGE

FRAMEWORKS = PACKAGE / "frameworks"


def test_those_that_ship_fit_their_framework() -> None:
    found = {
        folder.name: indicators.of_shipped(load(folder / "framework.yaml")) for folder in sorted(FRAMEWORKS.iterdir())
    }
    assert {id: len(each.groups) for id, each in found.items() if each is not None} == {
        "mau-tinh": 7,
        "mau-tinh-2025": 7,
    }


def test_a_changed_copy_of_a_framework_has_none() -> None:
    framework = load(FRAMEWORKS / "mau-tinh" / "framework.yaml")
    assert indicators.of_shipped(framework.model_copy(update={"notes": ()})) is None
    assert indicators.of_shipped(framework.model_copy(update={"id": "tinh-khac"})) is None


def test_those_of_a_file_are_held_to_the_framework(tmp_path: Path) -> None:
    framework = load(FRAMEWORKS / "mau-tinh" / "framework.yaml")
    path = tmp_path / "report.yaml"
    path.write_bytes((FRAMEWORKS / "mau-tinh" / "report.yaml").read_bytes())
    assert indicators.of_file(path, framework) == indicators.of_shipped(framework)
    with pytest.raises(InputError, match=r"report\.yaml:10:15: the unknown name may_tram"):
        indicators.of_file(path, load(FRAMEWORKS / "kon-tum-2017" / "framework.yaml"))
