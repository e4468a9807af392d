"""What is wrong with declared indicators: names that the framework does not know, conditions that are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from chiso.engine.errors import ExpressionError, message
from chiso.engine.expressions import BOOLEAN, Expression, Measure, names_of
from chiso.engine.expressions.typing import said
from chiso.engine.framework import Framework
from chiso.engine.framework.faults import Fault, unknown
from chiso.engine.framework.sources import Path

if TYPE_CHECKING:
    from chiso.report.statistics.declaring import Indicator, Statistics

CONDITIONS = ("where", "condition")
NUMBERS = ("part", "whole", "of")


def sources(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """The field and the text of each expression of an indicator."""
    for field in (*CONDITIONS, *NUMBERS):
        text = getattr(indicator, field, None)
        if text is not None:
            yield field, text


def blocks_of(indicator: Indicator, framework: Framework) -> tuple[str, ...]:
    """The blocks whose units are asked everything that the indicator names, within those that it declares."""
    allowed = [set(framework.block_ids), set(indicator.blocks or framework.block_ids)]
    asked = [name.name for _, text in sources(indicator) for name in names_of(framework.expression(text).tree)]
    if options := getattr(indicator, "options", None):
        asked.append(options)
    for id in asked:
        allowed.append(set(framework.asked[id].applies_to or framework.block_ids))
    if classes := getattr(indicator, "classes", None):
        allowed.append({block for block in framework.block_ids if framework.applies(classes, block)})
    return tuple(block for block in framework.block_ids if all(block in each for each in allowed))


def faults(statistics: Statistics, framework: Framework) -> Iterator[Fault]:
    """All that is wrong, with its path in the file."""
    groups: set[str] = set()
    ids: set[str] = set()
    for place, group in enumerate(statistics.groups):
        yield from _repeated(("groups", place, "id"), group.id, groups)
        for order, indicator in enumerate(group.indicators):
            path: Path = ("groups", place, "indicators", order)
            yield from _repeated((*path, "id"), indicator.id, ids)
            wrong = list(_wrong(path, indicator, framework))
            yield from wrong
            if not wrong and not blocks_of(indicator, framework):
                yield Fault(
                    path, message("an indicator over units that are not asked all of it"),
                    message("questions that at least one of its blocks is asked"),
                    message("mend `blocks` or the names"),
                )  # fmt: skip


def _repeated(path: Path, id: str, before: set[str]) -> Iterator[Fault]:
    if id in before:
        yield Fault(
            path, message("the id {id} a second time", id=id), message("every id once"),
            message("name one of the two anew"),
        )  # fmt: skip
    before.add(id)


def _wrong(path: Path, indicator: Indicator, framework: Framework) -> Iterator[Fault]:
    for block in indicator.blocks:
        if block not in framework.block_ids:
            yield unknown((*path, "blocks"), block, "blocks")
    for field, text in sources(indicator):
        yield from _expression((*path, field), field, text, framework)
    if (indicator.where is None) != (indicator.filter is None):
        yield Fault(
            (*path, "where" if indicator.filter is None else "filter"),
            message("`where` without `filter`, or `filter` without `where`"),
            message("the condition in `where` and its words in `filter`"), message("write both"),
        )  # fmt: skip
    if indicator.kind == "count":
        yield from _counted(path, indicator, framework)


def _expression(path: Path, field: str, text: str, framework: Framework) -> Iterator[Fault]:
    try:
        found: Expression = framework.expression(text)
    except ExpressionError as error:
        problem = error.problems[0]
        named = message("{found} in {where}", found=problem.found, where=problem.where)
        yield Fault(path, named, problem.expected, problem.remedy)
        return
    criteria = [name.name for name in names_of(found.tree) if name.criterion]
    if criteria:
        yield Fault(
            path, message("the points of the criterion {code}", code=criteria[0]), message("questions alone"),
            message("name the questions that are counted"),
        )  # fmt: skip
    condition = field in CONDITIONS
    if condition != (found.kind == BOOLEAN) or (not condition and not isinstance(found.kind, Measure)):
        yield Fault(
            path, message("{text}, which is of kind {kind}", text=text, kind=said(found.kind)),
            message("a condition, as a >= b") if condition else message("a number"), message("mend the formula"),
        )  # fmt: skip


def _counted(path: Path, indicator: Any, framework: Framework) -> Iterator[Fault]:
    """A count is of one thing: a condition, the options of a choice, or the classes of a criterion."""
    told = [field for field in ("condition", "options", "classes") if getattr(indicator, field) is not None]
    if len(told) != 1:
        yield Fault(
            path, message("{count} of `condition`, `options`, `classes`", count=len(told)), message("one of the three"),
            message("say what is counted"),
        )  # fmt: skip
    options, classes = indicator.options, indicator.classes
    if options is not None:
        question = framework.asked.get(options)
        if question is None:
            yield unknown((*path, "options"), options, "questions")
        elif question.type != "choice" or question.per is not None:
            yield Fault(
                (*path, "options"), message("the question {name}, of type {type}", name=options, type=question.type),
                message("a question of type choice, asked once"), message("count by another question"),
            )  # fmt: skip
    if classes is not None:
        criterion = framework.nodes.get(classes)
        if criterion is None:
            yield unknown((*path, "classes"), classes, "criteria")
        elif criterion.classes is None:
            yield Fault(
                (*path, "classes"), message("the criterion {code}, which has no classes", code=classes),
                message("a criterion with classes"), message("count by another criterion"),
            )  # fmt: skip
