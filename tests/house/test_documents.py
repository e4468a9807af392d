"""The documents say what the code does: no kind, command or room is left out, and no link leads nowhere."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.house import commands
from tests.house.sources import CHECKOUT, PACKAGE, kept, named

DOCS = CHECKOUT / "docs"
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
ROOMS = sorted(
    path.stem
    for path in PACKAGE.iterdir()
    if not path.name.startswith("__") and (path.is_dir() or path.suffix == ".py")
)
PAGES = [path for path in kept() if path.suffix == ".md"]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("page", [CHECKOUT / "README.md", DOCS / "house.md"], ids=named)
def test_the_map_shows_every_room(page: Path, room: str) -> None:
    assert re.search(rf"\b{room}(/|\.py)", page.read_text(encoding="utf-8"))


def test_every_formula_and_combiner_is_explained() -> None:
    text = (DOCS / "scoring.md").read_text(encoding="utf-8")
    assert {"ratio", "given", "sum", "best"} <= kinds(), "the schema is not read as it is written"
    assert sorted(kind for kind in kinds() if f"`{kind}`" not in text) == []


def test_every_word_of_a_framework_file_is_described() -> None:
    text = (DOCS / "writing-a-framework.md").read_text(encoding="utf-8")
    assert sorted(word for word in keys() | choices() if f"`{word}`" not in text) == []


def test_every_kind_of_finding_and_rule_is_described() -> None:
    from chiso.audit import KINDS, RULE_KINDS

    text = (DOCS / "auditing.md").read_text(encoding="utf-8")
    assert [kind for kind in (*KINDS, *RULE_KINDS) if f"| `{kind}` |" not in text] == []


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    assert commands.PAGE.read_text(encoding="utf-8") == commands.written(), "run: make docs"


def test_every_command_is_on_the_page_and_in_the_readme() -> None:
    page, readme = (
        commands.PAGE.read_text(encoding="utf-8"),
        (CHECKOUT / "README.md").read_text(encoding="utf-8"),
    )
    assert commands.verbs() != []
    assert [
        verb for verb in commands.verbs() if f"## `chiso {verb}`" not in page or f"chiso {verb}" not in readme
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_link_leads_nowhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def kinds() -> set[str]:
    """The kinds of formulas and combiners."""
    return {value for key, property in properties() if key == "kind" for value in values(property)}


def keys() -> set[str]:
    """The keys that a framework file may hold."""
    return {key for key, _ in properties()}


def choices() -> set[str]:
    """The values of the keys that take one of a few words."""
    return {value for _, property in properties() for value in values(property)}


@cache
def properties() -> list[tuple[str, Any]]:
    """Every key in the schema of a framework, with the schema of its value."""
    from chiso.engine.framework import Framework

    schema = Framework.model_json_schema()
    models = [schema, *schema["$defs"].values()]
    return [pair for model in models for pair in model.get("properties", {}).items()]


def values(schema: Any) -> Iterator[str]:
    """The words that one value of a framework file chooses from."""
    if isinstance(schema, dict):
        yield from schema.get("enum", [])
        if "const" in schema:
            yield schema["const"]
        for part in ("anyOf", "items"):
            yield from values(schema.get(part))
    elif isinstance(schema, list):
        for inner in schema:
            yield from values(inner)
