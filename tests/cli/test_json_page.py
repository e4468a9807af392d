"""docs/json.md tells every key of every JSON output."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bundle.small import edited, published
from tests.cli.running import files, run
from tests.exchange.small import ANSWERS, TEXT

PAGE = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")
FREE = {"row", "title"}
"""Keys whose inner keys are columns or languages."""


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(None if key in FREE else inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def numbers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from numbers(inner)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield value


def test_every_output_is_described_and_holds_no_bare_number(tmp_path: Path) -> None:
    from chiso.bundle.making import write

    given = files(tmp_path)
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text(TEXT.replace("nature", "natur"), encoding="utf-8")
    write(published(), tmp_path / "a.zip")
    write(edited(published(), "answers.csv", "a,,may,40,", "a,,may,4x,"), tmp_path / "b.zip")
    changed = tmp_path / "changed.csv"
    changed.write_text(ANSWERS.replace("a,,4,17.5", "a,,4,7.5"), encoding="utf-8")
    answers: list[str | Path] = [given.framework, given.answers, "--units", given.units]
    assert run("score", given.framework, changed, "--units", given.units, "-o", tmp_path / "c.zip").code == 0
    commands: list[list[str | Path]] = [
        ["score", *answers], ["explain", *answers, "--unit", "a"], ["check", given.framework], ["check", faulty],
        ["frameworks"], ["diff", "dti-2020", "dti-2022"], ["diff", tmp_path / "a.zip", tmp_path / "c.zip"],
        ["verify", tmp_path / "a.zip"], ["verify", tmp_path / "b.zip"],
    ]  # fmt: skip
    for command in commands:
        told = json.loads(run(*command, "--format", "json").out)
        assert f"## `{told['format']}`" in PAGE
        assert sorted(key for key in set(keys(told)) if f"`{key}`" not in PAGE) == []
        assert list(numbers(told)) == []


def test_the_example_on_the_page_is_read(tmp_path: Path) -> None:
    [example] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "answers.json"
    path.write_text(example, encoding="utf-8")
    ran = run("score", "mau-tinh", path, "--format", "csv")
    assert (ran.code, ran.lines[1].split(",")[2]) == (0, "so-y-te")
