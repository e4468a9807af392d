"""Which questions a block is asked, under which group of criteria, and for which criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chiso.engine.expressions import names_of
from chiso.engine.framework import leaves
from chiso.engine.framework.criteria import Criterion
from chiso.engine.framework.questions import Question
from chiso.engine.framework.sources import formula_sources, other_sources
from chiso.engine.framework.tree import Framework


@dataclass(frozen=True)
class Part:
    """A group of criteria, and the questions that are asked for it first."""

    group: Criterion
    questions: tuple[Question, ...]


def asked(framework: Framework, block: str) -> list[Question]:
    """The questions that a block is asked, in the order of the framework."""
    return [
        question
        for id, question in framework.asked.items()
        if (not question.applies_to or block in question.applies_to)
        and (id not in framework.nodes or framework.applies(id, block))
    ]


def answered_by_units(framework: Framework, block: str) -> list[Question]:
    """Those that units answer themselves: without the points that are granted, unless there is nothing else."""
    found = asked(framework, block)
    own = [question for question in found if question.id not in framework.nodes]
    return own or found


def uses(framework: Framework) -> Mapping[str, tuple[str, ...]]:
    """The codes of the criteria that name each question, in the order of the tree, kept with the framework."""
    return framework.kept("uses", lambda: _uses(framework))


def _uses(framework: Framework) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {id: [] for id in framework.asked}
    for code, node in framework.nodes.items():
        for id in dict.fromkeys(_named(framework, node)):
            found[id].append(code)
    return {id: tuple(codes) for id, codes in found.items()}


def _named(framework: Framework, node: Criterion) -> list[str]:
    if node.given:
        return [node.code]
    per = node.formula.per if isinstance(node.formula, leaves.MeanOfCases) else None
    sources = [(text, per) for _path, text, _wanted in formula_sources(node.formula)]
    sources += [(text, None) for _path, text, _wanted in other_sources(node)]
    named = (name for text, within in sources for name in names_of(framework.expression(text, within).tree))
    return [name.name for name in named if not name.criterion]


def groups(framework: Framework, block: str) -> tuple[Criterion, ...]:
    """The groups that a form is parted by: the children of a block's root, or its roots where there are several."""
    roots = tuple(root for root in framework.criteria if framework.applies(root.code, block))
    found = roots[0].children if len(roots) == 1 and roots[0].children else roots
    return tuple(group for group in found if framework.applies(group.code, block))


def parts(framework: Framework, block: str, questions: list[Question]) -> tuple[Part, ...]:
    """The questions of a block by the group that uses each first; one that none uses follows the one before it."""
    there = groups(framework, block)
    over = {code: group for group in there for code in below(group)}
    found: dict[str, list[Question]] = {group.code: [] for group in there}
    at = there[0].code
    for question in questions:
        codes = (code for code in uses(framework)[question.id] if code in over and framework.applies(code, block))
        first = next(codes, None)
        at = at if first is None else over[first].code
        found[at].append(question)
    return tuple(Part(group, tuple(found[group.code])) for group in there if found[group.code])


def below(group: Criterion) -> list[str]:
    """The codes of a criterion and of all below it, in the order of the tree."""
    return [group.code, *(code for child in group.children for code in below(child))]
