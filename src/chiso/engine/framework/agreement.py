"""What parts of a framework say of one another: pairs, weights, limits, classes that others name."""

from __future__ import annotations

from collections.abc import Iterator

from flint import fmpq

from chiso.engine.errors import message
from chiso.engine.expressions import names_of
from chiso.engine.framework import leaves
from chiso.engine.framework.criteria import Criterion
from chiso.engine.framework.faults import Fault, disorder, placed, unknown
from chiso.engine.framework.maxima import in_block, taking_part
from chiso.engine.framework.sources import Path, table_points
from chiso.engine.framework.tree import Framework


def pairs(framework: Framework) -> Iterator[Fault]:
    """Criteria that are exclusive with something other than one scored sibling in a sum."""
    named = [node.exclusive_with for node in framework.walk() if node.exclusive_with is not None]
    for path, node, parent in placed(framework):
        other = framework.nodes.get(node.exclusive_with or "")
        if other is None:
            continue
        siblings = parent is not None and parent.combine.kind == "sum" and other in parent.children
        alike = node is not other and node.role == other.role and node.scored == other.scored
        once = named.count(other.code) == 1 and node.code not in named and other.exclusive_with is None
        if not (siblings and alike and once):
            yield Fault(
                (*path, "exclusive_with"),
                message("{code} exclusive with {other}", code=node.code, other=other.code),
                message("one other criterion of the same sum and role, in no other pair"),
                message("name a sibling on one of the two, or leave it out"),
            )  # fmt: skip
        elif any(_greater(framework, node, other, block) for block in framework.block_ids):
            yield disorder((*path, "max"), message("no greater maximum than the criterion it is exclusive with"))


def _greater(framework: Framework, node: Criterion, other: Criterion, block: str) -> bool:
    mine, its = framework.max_of(node.code, block), framework.max_of(other.code, block)
    both = framework.applies(node.code, block) and framework.applies(other.code, block)
    return both and mine is not None and its is not None and mine > its


def weights(framework: Framework) -> Iterator[Fault]:
    """Weights that nothing uses or that cannot weigh, and sums that share out a maximum that nobody knows."""
    for path, node, parent in placed(framework):
        if node.weight is not None and (parent is None or parent.combine.kind not in ("weighted", "geometric")):
            yield Fault(
                (*path, "weight"), message("a weight that nothing uses"),
                message("`weight:` only under `weighted` and `geometric`"),
                message("leave it out, or combine by weights"),
            )  # fmt: skip
        for block in framework.block_ids:
            parts = taking_part(node.children, block) if framework.applies(node.code, block) else []
            maxima = [framework.max_of(child.code, block) for child in parts]
            if node.combine.kind == "sum" and node.combine.renormalise and None in maxima:
                yield Fault(
                    (*path, "combine"),
                    message("a renormalised sum over an unknown maximum (block {block})", block=block),
                    message("known maxima, by which the parts share out the whole"),
                    message("find the maximum, or leave out `renormalise`"),
                )  # fmt: skip
            if node.combine.kind not in ("weighted", "geometric") or not parts:
                continue
            found = [fmpq(1) if child.weight is None else in_block(child.weight, block) for child in parts]
            if not all(isinstance(weight, fmpq) and weight >= 0 for weight in found) or not any(found):
                yield Fault(
                    (*path, "children"), message("weights that do not weigh (block {block})", block=block),
                    message("a known weight of every child, none below 0 and not all 0"), message("mend the weights"),
                )  # fmt: skip


def maxima(framework: Framework) -> Iterator[Fault]:
    """Leaves without a maximum in a block that is asked, and numbers below 0 or the wrong way round."""
    for path, node, _ in placed(framework):
        for block in framework.block_ids if node.formula is not None else ():
            if framework.applies(node.code, block) and in_block(node.max, block) is None:
                yield Fault(
                    (*path, "max"), message("no maximum for the block {block}", block=block),
                    message("a maximum for every block that is asked"),
                    message("write it, or leave the block out in `applies_to`"),
                )  # fmt: skip
        if any(isinstance(written, fmpq) and written < 0 for written in (node.max or {}).values()):
            yield disorder((*path, "max"), message("a maximum of 0 or more"))
        formula = node.formula.of if isinstance(node.formula, leaves.MeanOfCases) else node.formula
        if any(points < 0 for points in table_points(formula)):
            yield disorder((*path, "formula"), message("points of 0 or more; a penalty is a criterion of its own"))
        if node.floor is not None and node.cap is not None and node.floor > node.cap:
            yield disorder((*path, "floor"), message("floor <= cap"))
        least, most = getattr(formula, "least", None), getattr(formula, "most", None)
        if isinstance(least, fmpq) and isinstance(most, fmpq) and least > most:
            yield disorder((*path, "formula"), message("least <= most"))


def questions(framework: Framework) -> Iterator[Fault]:
    """Questions whose limits are the wrong way round, or whose whole is asked of something else."""
    for i, question in enumerate(framework.questions):
        path: Path = ("questions", i)
        if question.least is not None and question.most is not None and question.least > question.most:
            yield disorder((*path, "least"), message("least <= most"))
        whole = framework.asked.get(question.at_most or "")
        if whole is not None and whole.per != question.per:
            yield Fault(
                (*path, "at_most"), message("a part of {whole}, which is asked over other cases", whole=whole.id),
                message("a part and its whole, both once or both for each case"), message("mend `per` or `at_most`"),
            )  # fmt: skip


def extremes(framework: Framework) -> Iterator[Fault]:
    """Formulas that look at all units and name a criterion, whose points are not there yet."""
    for path, node, _ in placed(framework):
        if isinstance(node.formula, leaves.ToBest | leaves.MinMax):
            names = names_of(framework.expression(node.formula.of).tree)
            if any(name.criterion for name in names):
                yield Fault(
                    (*path, "formula", "of"), message("{text}, which names a criterion", text=node.formula.of),
                    message("questions only: the extremes are found before any points"),
                    message("write the formula over questions"),
                )  # fmt: skip


def classes(framework: Framework) -> Iterator[Fault]:
    """Classes that gates, knock-outs and quotas name and that stand nowhere at or above them."""
    for path, node, _ in placed(framework):
        if node.knock_out is not None:
            if framework.classed(node.code, node.knock_out.band) is None:
                yield unknown((*path, "knock_out", "class"), node.knock_out.band, "classes")
            if node.knock_out.when is None and node.knock_out.below is None:
                yield Fault(
                    (*path, "knock_out"), message("a knock-out that says neither `when` nor `below`"),
                    message("a condition, or points"), message("say when the class is decided"),
                )  # fmt: skip
        if node.gate is not None and node.gate.fails == "lowest_class" and framework.classed(node.code) is None:
            yield Fault(
                (*path, "gate", "fails"), message("`lowest_class` where nothing is classed"),
                message("`classes` on the criterion or above it"), message("add them, or choose another `fails`"),
            )  # fmt: skip
        for index, band in enumerate(node.classes.bands if node.classes is not None else ()):
            ids = [each.id for each in node.classes.bands] if node.classes is not None else []
            for name in set(band.quota.of if band.quota is not None else ()) - set(ids):
                yield unknown((*path, "classes", "bands", index, "quota", "of"), name, "classes")
