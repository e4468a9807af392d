"""The examples on the pages about frameworks and scoring load, and come out as they say."""

import re
from itertools import pairwise

import pytest
import yaml

from chiso.engine.loading import loads
from tests.frameworks import worked
from tests.house.sources import CHECKOUT

HEAD = {
    "schema": "1", "id": "vi-du", "title": "Ví dụ", "nature": "example", "clause": "Ví dụ",
    "blocks": "[{id: so, name: Sở}]", "missing": "blank", "not_applicable": "omit",
    "print": "{leaf: 2, group: 2, total: 2}",
}  # fmt: skip
"""What an example that is no whole file leaves out."""
PAGES = [CHECKOUT / "docs" / name for name in ("writing-a-framework.md", "scoring.md")]
FENCED = re.compile(r"^```yaml\n(.*?)^```$", re.M | re.S)


def whole(fragment: str) -> str:
    """The file that a fragment of one stands for."""
    written = yaml.load(fragment, Loader=yaml.BaseLoader)
    return "".join(f"{key}: {value}\n" for key, value in HEAD.items() if key not in written) + fragment


def frameworks() -> list[tuple[str, str, str]]:
    """The page, the framework and the worked examples that follow it, of each framework on the pages."""
    found = []
    for page in PAGES:
        fences = FENCED.findall(page.read_text(encoding="utf-8"))
        for first, second in pairwise([*fences, ""]):
            if not first.startswith("- "):
                found.append((page.name, first, second if second.startswith("- ") else ""))
    return found


@pytest.mark.parametrize(("page", "fragment", "examples"), frameworks())
def test_an_example_on_a_page_comes_out(page: str, fragment: str, examples: str) -> None:
    assert examples, f"{page}: no worked example after\n{fragment}"
    framework = loads(whole(fragment).encode(), page)
    for example in worked.read(examples):
        expected = worked.said(example)
        assert expected != {}
        assert worked.computed(framework, example) == expected, example.title


def test_every_formula_and_combiner_has_an_example() -> None:
    text = "\n".join(fragment for _, fragment, _ in frameworks())
    kinds = {
        "ratio", "yes_no", "steps", "tiers", "per_item", "levels", "mean_of_cases", "to_best", "min_max", "goalposts",
        "given", "expression", "weighted", "best", "sum", "mean", "geometric",
    }  # fmt: skip
    assert {kind for kind in kinds if f"kind: {kind}" not in text} == set()
