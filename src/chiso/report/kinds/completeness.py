"""How far each unit has answered what it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chiso.engine.answers import Answers
from chiso.engine.answers.columns import Column
from chiso.engine.expressions.evaluating import MISSING
from chiso.engine.framework import Framework, Question
from chiso.engine.framework.asking import answered_by_units, uses


@dataclass(frozen=True)
class Completeness:
    """What a unit is asked, and what of it has no answer."""

    unit: str
    asked: int
    missing: tuple[Question, ...]

    @property
    def answered(self) -> int:
        """How many of its questions have an answer, n/a among them."""
        return self.asked - len(self.missing)


def completeness(framework: Framework, answers: Answers) -> tuple[Completeness, ...]:
    """Of every unit that is assessed, in the order of the register.

    Of questions that some criterion uses; one that repeats over cases is answered where the unit has a case and no
    case lacks the answer.
    """
    asked = {block: counted(framework, block) for block in framework.block_ids}
    there = _answered(answers, {question.id: question for own in asked.values() for question in own})
    units = answers.units
    return tuple(
        Completeness(unit, len(asked[block]), tuple(each for each in asked[block] if not there[each.id][place]))
        for place, (unit, block, status) in enumerate(zip(units.codes, units.blocks, units.statuses, strict=True))
        if status != "excluded"
    )


def counted(framework: Framework, block: str) -> list[Question]:
    """What a unit of a block has to answer: the questions that points rest on, or all where none do."""
    found = answered_by_units(framework, block)
    return [question for question in found if uses(framework)[question.id]] or found


def _answered(answers: Answers, questions: Mapping[str, Question]) -> dict[str, NDArray[np.bool_]]:
    """For each question whether each unit has answered it."""
    count = len(answers.units)
    found: dict[str, NDArray[np.bool_]] = {}
    for id in questions:
        column: Column | None = answers.columns.get(id)
        if column is None:
            found[id] = np.zeros(count, dtype=np.bool_)
        elif column.question.per is None:
            found[id] = column.states != MISSING
        else:
            owners = answers.cases_of(column.question.per).owners
            open_ones = np.bincount(owners[column.states == MISSING], minlength=count)
            found[id] = (np.bincount(owners, minlength=count) > 0) & (open_ones == 0)
    return found
