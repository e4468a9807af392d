"""What makes a framework usable beyond the form of its parts; every finding names its path in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from flint import fmpq

from chiso.engine.errors import ExpressionError, message
from chiso.engine.expressions import BOOLEAN, Measure
from chiso.engine.expressions.typing import said
from chiso.engine.framework import agreement, leaves
from chiso.engine.framework.criteria import Criterion
from chiso.engine.framework.faults import Fault, disorder, placed, unknown
from chiso.engine.framework.maxima import in_block, taking_part
from chiso.engine.framework.references import trails
from chiso.engine.framework.sources import Path, formula_sources, other_sources, table_points
from chiso.engine.framework.tree import Framework
from chiso.engine.quantities import decimal_text

DEEPEST = 8
MOST_STEPS = 50


_PARTS = {
    "block": message("block"),
    "question": message("question"),
    "criterion": message("criterion"),
    "option": message("option"),
    "class": message("class"),
}


def _repeated(framework: Framework) -> Iterator[Fault]:
    groups: list[tuple[str, list[tuple[Path, str]]]] = [
        ("block", [(("blocks", i, "id"), block.id) for i, block in enumerate(framework.blocks)]),
        ("question", [(("questions", i, "id"), q.id) for i, q in enumerate(framework.questions)]),
        ("criterion", [((*path, "code"), node.code) for path, node, _ in placed(framework)]),
    ]
    # Points that are granted are asked under the criterion's own code.
    ids = {question.id for question in framework.questions}
    groups[1][1].extend(
        ((*path, "code"), node.code) for path, node, _ in placed(framework) if node.given and node.code in ids
    )
    for i, question in enumerate(framework.questions):
        options = [
            (("questions", i, "options", place, "id"), option.id) for place, option in enumerate(question.options)
        ]
        groups.append(("option", [*options]))
    for path, node, _ in placed(framework):
        bands = node.classes.bands if node.classes is not None else ()
        groups.append(("class", [((*path, "classes", "bands", i, "id"), band.id) for i, band in enumerate(bands)]))
    for part, named in groups:
        what = _PARTS[part]
        seen: set[str] = set()
        for path, name in named:
            if name in seen:
                yield Fault(
                    path, message("the {what} {name} a second time", what=what, name=name),
                    message("every {what} once", what=what), message("give it a code of its own"),
                )  # fmt: skip
            seen.add(name)


def _blocks(framework: Framework) -> Iterator[Fault]:
    known = set(framework.block_ids)
    places: list[tuple[Path, tuple[str, ...]]] = []
    for i, question in enumerate(framework.questions):
        places.append((("questions", i, "applies_to"), question.applies_to))
    for path, node, _ in placed(framework):
        places.append(((*path, "applies_to"), node.applies_to))
        for place, band in enumerate(node.classes.bands if node.classes is not None else ()):
            if band.quota is not None:
                places.append(((*path, "classes", "bands", place, "quota", "blocks"), band.quota.blocks))
        for field in ("max", "weight"):
            places.append(((*path, field), tuple(key for key in getattr(node, field) or {} if key != "*")))
    for path, names in places:
        for name in set(names) - known:
            yield Fault(
                path, message("the block {name}", name=name),
                message("one of {names}", names=", ".join(sorted(known))), message("declare it among the blocks"),
            )  # fmt: skip


def _questions(framework: Framework) -> Iterator[Fault]:
    cases = {case.id for case in framework.cases}
    for i, question in enumerate(framework.questions):
        path: Path = ("questions", i)
        if question.type in ("count", "number") and not question.unit:
            yield Fault(
                path, message("the question {id} without a unit of measure", id=question.id),
                message("`unit:`, as máy, người or đồng"), message("say what is counted"),
            )  # fmt: skip
        if question.unit and question.type not in ("count", "number", "money"):
            yield Fault(
                path, message("a unit of measure on the question {id}", id=question.id),
                message("`unit:` only on count, number and money"), message("leave it out"),
            )  # fmt: skip
        if question.per is not None and question.per not in cases:
            yield unknown((*path, "per"), question.per, "cases")
        if question.type == "choice" and len(question.options) < 2:
            yield Fault(
                path, message("the choice {id} with fewer than two options", id=question.id),
                message("`options:` with an id and a name each"), message("list what may be chosen"),
            )  # fmt: skip
        if question.at_most is not None and (
            question.at_most not in framework.asked or not framework.asked[question.at_most].numeric
        ):
            yield unknown((*path, "at_most"), question.at_most, "questions")


def _expressions(framework: Framework) -> Iterator[Fault]:
    for path, node, _ in placed(framework):
        per = node.formula.per if isinstance(node.formula, leaves.MeanOfCases) else None
        inside = [(("formula", *place), text, wanted, per) for place, text, wanted in formula_sources(node.formula)]
        outside = [(place, text, wanted, None) for place, text, wanted in other_sources(node)]
        for place, text, wanted, case in (*inside, *outside):
            try:
                kind = framework.expression(text, case).kind
            except ExpressionError as error:
                problem = error.problems[0]
                found = message("{found} in {where}", found=problem.found, where=problem.where)
                yield Fault((*path, *place), found, problem.expected, problem.remedy)
                continue
            if (wanted == "condition") != (kind == BOOLEAN) or (wanted == "number" and not isinstance(kind, Measure)):
                expected = message("a condition, as a >= b") if wanted == "condition" else message("a number")
                yield Fault(
                    (*path, *place), message("{text}, which is of kind {kind}", text=text, kind=said(kind)), expected,
                    message("mend the formula"),
                )  # fmt: skip


def _maxima(framework: Framework) -> Iterator[Fault]:
    for path, node, _ in placed(framework):
        yield from _unreachable(path, node)
        if node.max is not None and "unknown" in node.max.values() and not framework.unknown:
            yield Fault(
                (*path, "max"), message("an unknown maximum"), message("`unknown: true` at the head of the framework"),
                message("mark the framework, or find the maximum"),
            )  # fmt: skip
        if not node.children or node.max is None or node.decided_by:
            continue
        for block in framework.block_ids:
            written, computed = in_block(node.max, block), framework.max_of(node.code, block)
            if written in (None, "unknown") or computed is None or written == computed:
                continue
            if framework.applies(node.code, block):
                yield Fault(
                    (*path, "max"),
                    message("a maximum of {written} over parts that give {computed} (block {block})",
                            written=decimal_text(written), computed=decimal_text(computed), block=block),  # type: ignore[arg-type]
                    message("the maximum that the parts give"),
                    message("mend it, or keep the decision's number in `max_as_written` and say `decided_by` whom"),
                )  # fmt: skip


def _scales(framework: Framework) -> Iterator[Fault]:
    """Means over criteria of different maxima: what applies could then give more than the group's maximum."""
    for path, node, _ in placed(framework):
        how = node.combine
        if how.kind not in ("mean", "geometric") and not (how.kind == "weighted" and how.renormalise):
            continue
        for block in framework.block_ids:
            maxima = [framework.max_of(child.code, block) for child in taking_part(node.children, block)]
            known = {decimal_text(maximum) for maximum in maxima if maximum is not None}
            if len(known) > 1 and framework.applies(node.code, block):
                yield Fault(
                    (*path, "combine"),
                    message("a mean over maxima of {maxima} (block {block})", maxima=" / ".join(sorted(known)),
                            block=block),
                    message("children of one maximum in a mean"),
                    message("bring the children to one maximum, or use sum or weighted"),
                )  # fmt: skip
                break


def _unreachable(path: Path, node: Criterion) -> Iterator[Fault]:
    """Points in a formula's table that exceed the leaf's maximum, and formulas that need a maximum nobody knows."""
    formula = node.formula.of if isinstance(node.formula, leaves.MeanOfCases) else node.formula
    for written in (node.max or {}).values():
        if not isinstance(written, fmpq):
            if isinstance(formula, leaves.Ratio | leaves.Tiers | leaves.ToBest | leaves.MinMax | leaves.Goalposts):
                yield disorder((*path, "max"), message("a known maximum, which this formula multiplies"))
        elif any(points > written for points in table_points(formula)):
            yield disorder((*path, "formula"), message("points that do not exceed the criterion's maximum"))


def _bounds(framework: Framework) -> Iterator[Fault]:
    cases = {case.id for case in framework.cases}
    for path, node, parent in placed(framework):
        formula = node.formula.of if isinstance(node.formula, leaves.MeanOfCases) else node.formula
        if isinstance(formula, leaves.Steps):
            limits = [step.limit for step in formula.table]
            if any(a <= b for a, b in pairwise(limits)):
                yield disorder(path, message("steps, the highest limit first"))
        if isinstance(formula, leaves.Tiers) and not 0 <= formula.starts < formula.norm:
            yield disorder(path, message("0 <= starts < norm"))
        if isinstance(formula, leaves.Goalposts) and not (
            formula.low < formula.high and (formula.low > 0 or not formula.logarithm)
        ):
            yield disorder(path, message("low < high, and above 0 with a logarithm"))
        if isinstance(node.formula, leaves.MeanOfCases) and node.formula.per not in cases:
            yield unknown((*path, "formula", "per"), node.formula.per, "cases")
        if parent is not None and parent.combine.kind == "weighted" and node.weight is None and node.scored:
            yield Fault(
                path, message("the criterion {code} without a weight", code=node.code),
                message("`weight:` on every child of a weighted group"), message("write its weight"),
            )  # fmt: skip
        if path.count("children") >= DEEPEST:
            yield disorder(path, message("at most 8 levels"))


def _names(framework: Framework) -> Iterator[Fault]:
    for path, node, _ in placed(framework):
        named: list[tuple[str, str]] = [("exclusive_with", node.exclusive_with)] if node.exclusive_with else []
        named += [("classes", code) for code in node.classes.over] if node.classes else []
        for place, code in named:
            if code not in framework.nodes:
                yield unknown((*path, place), code, "criteria")
        if (node.max_as_written is None) != (node.decided_by is None):
            yield Fault(
                path, message("one of `max_as_written` and `decided_by` alone"), message("both together"),
                message("say what the decision prints and who decided what it means"),
            )  # fmt: skip


def _references(framework: Framework) -> Iterator[Fault]:
    paths = {node.code: path for path, node, _ in placed(framework)}
    circles, steps = trails(framework)
    for circle in circles:
        yield Fault(
            paths[circle[0]], message("criteria that refer to one another in a circle: {circle}",
                                      circle=" → ".join(circle)),
            message("formulas that can be computed one after the other"), message("break the circle"),
        )  # fmt: skip
    longest = max(steps, key=lambda code: steps[code])
    if steps[longest] > MOST_STEPS:
        yield Fault(
            paths[longest], message("a criterion that rests on others over {steps} steps", steps=steps[longest]),
            message("at most {most} steps", most=MOST_STEPS), message("compute it in fewer steps"),
        )  # fmt: skip


CHECKS: tuple[Callable[[Framework], Iterator[Fault]], ...] = (
    _repeated, _blocks, _questions, _expressions, _bounds, _names, agreement.questions, agreement.classes,
    agreement.extremes, agreement.maxima, agreement.pairs, agreement.weights, _maxima, _scales, _references,
)  # fmt: skip


def faults(framework: Framework) -> tuple[Fault, ...]:
    """Everything that makes the framework unusable, by kind and then in the order of the file."""
    found = [fault for check in CHECKS[:4] for fault in check(framework)]
    if not found:
        found = [fault for check in CHECKS[4:] for fault in check(framework)]
    return tuple(found)
