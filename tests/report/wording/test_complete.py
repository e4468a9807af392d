"""Nothing that the engine can say is without words."""

import ast
from string import Formatter
from typing import get_args

import pytest

from chiso.engine.answers.units import STATUSES
from chiso.engine.framework import Absence, Criterion, Framework
from chiso.engine.scoring.node import STATE_NAMES
from chiso.report.wording import worded
from chiso.report.wording.changes import CHANGES
from chiso.report.wording.kinds import KINDS
from chiso.report.wording.results import NOTES, STATES
from chiso.report.wording.results import STATUSES as SAID_STATUSES
from chiso.report.wording.rules import NATURES, ROLES, TIES
from tests.house.sources import PACKAGE, modules, tree
from tests.house.test_documents import kinds
from tests.report.making import shipped


def called(name: str) -> set[str]:
    """The literal first arguments of every call of a name in the engine."""
    return {
        node.args[0].value
        for path in modules(PACKAGE / "engine")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == name
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def test_every_kind_of_reason_has_words() -> None:
    assert set(KINDS) == kinds() | {"missing", "not_applicable", "no_result"}


def test_every_change_has_words() -> None:
    made = called("Change")
    assert {"cap", "gate", "left_out"} <= made, "the calls are not read as they are written"
    # `refuse` stops the scoring; the floor is written by a loop over the field's name.
    assert set(CHANGES) == made | {"floor"} | (set(get_args(Absence)) - {"refuse"})


def test_every_state_status_and_note_has_words() -> None:
    assert set(STATES) == {*STATE_NAMES.values(), "capped", "granted"}
    assert set(SAID_STATUSES) == set(STATUSES)
    assert set(NOTES) == {"", "listed", "no_result"}


@pytest.mark.parametrize(
    ("owner", "field", "words"),
    [(Framework, "nature", NATURES), (Criterion, "role", ROLES)],
)
def test_every_choice_has_words(owner: type, field: str, words: dict[str, str]) -> None:
    assert set(words) == set(get_args(owner.model_fields[field].annotation))  # type: ignore[attr-defined]


def test_every_rule_for_ties_has_words() -> None:
    from chiso.engine.framework import Rank

    assert set(TIES) == set(get_args(Rank.model_fields["ties"].annotation))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("id", ["kon-tum-2017", "mau-tinh"])
def test_no_sentence_of_what_ships_is_empty_or_unfilled(id: str, language: str) -> None:
    scores, _ = shipped(id)
    told = [
        worded(score.reason, scores.framework.nodes[score.criterion], language)
        for unit in scores.answers.units.codes
        for score in scores.of_unit(unit)
    ]
    assert len(told) > 200
    assert [each for each in told if each == "." or next(iter(Formatter().parse(each)))[1] is not None] == []
