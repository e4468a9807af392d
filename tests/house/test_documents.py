"""The documents say what the code does: no kind, command or room is left out, and no link leads nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.house import commands
from tests.house.sources import CHECKOUT, PACKAGE, kept, named

DOCS = CHECKOUT / "docs"
KINDS_ARE_DESCRIBED_IN = [DOCS / "scoring.md", DOCS / "writing-a-framework.md"]
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


@pytest.mark.parametrize("page", KINDS_ARE_DESCRIBED_IN, ids=named)
def test_every_kind_is_described(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert kinds() != []
    assert [kind for kind in kinds() if f"`{kind}`" not in text] == []


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


def kinds() -> list[str]:
    """The values of every discriminator in the schema of a framework: its formulas, combiners, question types."""
    from chiso.engine.framework import Framework

    return sorted(set(discriminated(Framework.model_json_schema())))


def discriminated(schema: Any) -> Iterator[str]:
    """The values that choose between the models of one JSON Schema."""
    if isinstance(schema, dict):
        yield from schema.get("discriminator", {}).get("mapping", {})
        for inner in schema.values():
            yield from discriminated(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from discriminated(inner)
