"""Every worked example beside a shipped framework comes out to the last printed digit."""

from pathlib import Path

import pytest

from chiso.engine.loading import load
from tests.frameworks import worked
from tests.house.sources import PACKAGE

FOLDERS = sorted(path.parent for path in (PACKAGE / "frameworks").glob("*/cases.yaml"))
EXAMPLES = [(folder, example) for folder in FOLDERS for example in worked.of(folder)]


@pytest.mark.parametrize(
    ("folder", "example"), EXAMPLES, ids=[f"{folder.name}: {example.title}" for folder, example in EXAMPLES]
)
def test_a_worked_example_comes_out(folder: Path, example: worked.Example) -> None:
    framework = load(folder / "framework.yaml")
    expected = worked.said(example)
    assert expected != {}, "an example that expects nothing"
    assert worked.computed(framework, example) == expected
    assert worked.computed(framework, example, "exact") == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_example_says_where_its_numbers_come_from(folder: Path) -> None:
    examples = worked.of(folder)
    assert examples != []
    assert [example.title for example in examples if len(example.source) < 20] == []
    assert len({example.title for example in examples}) == len(examples)


def test_a_wrong_digit_is_found() -> None:
    folder = PACKAGE / "frameworks" / "dti-2020"
    (example,) = worked.of(folder)
    wrong = worked.Example(example.title, example.source, ({**example.units[0], "expect": {"DTI": "0.4095"}},))
    assert worked.computed(load(folder / "framework.yaml"), wrong) == {("bac-ninh", "expect", "DTI"): "0.4096"}
