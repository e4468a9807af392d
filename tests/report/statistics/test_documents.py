"""docs/statistics.md describes every key and every kind of a report.yaml, and its example is one."""

from typing import Any

from chiso.engine.loading import load
from chiso.report.statistics import Statistics, read
from tests.house.sources import CHECKOUT, PACKAGE

PAGE = CHECKOUT / "docs" / "statistics.md"


def test_every_key_and_kind_is_described() -> None:
    text = PAGE.read_text(encoding="utf-8")
    schema = Statistics.model_json_schema()
    models: list[Any] = [schema, *(each for name, each in schema["$defs"].items() if name != "_Words")]
    properties = [pair for model in models for pair in model["properties"].items()]
    words = {key for key, _ in properties} | {kind["const"] for key, kind in properties if key == "kind"}
    words |= {word for _, each in properties for word in each.get("enum", ())}
    assert {"share", "by_block", "less", "filter", "period"} <= words
    assert sorted(word for word in words if f"`{word}`" not in text) == []


def test_the_example_is_read() -> None:
    example = PAGE.read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    found = read(example.encode(), load(PACKAGE / "frameworks" / "mau-tinh" / "framework.yaml"))
    assert [indicator.id for group in found.groups for indicator in group.indicators] == [
        "may-tinh",
        "trung-tam-du-lieu",
    ]
