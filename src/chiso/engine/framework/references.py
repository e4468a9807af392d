"""Which criteria a criterion's points rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chiso.engine.expressions import names_of
from chiso.engine.framework import leaves
from chiso.engine.framework.criteria import Criterion
from chiso.engine.framework.sources import formula_sources
from chiso.engine.framework.tree import Framework


def criteria_needed(framework: Framework, node: Criterion) -> Iterator[str]:
    """The codes whose points must be there before this criterion's: its children, and those its formula names."""
    for child in node.children:
        yield child.code
    if node.gate is not None:
        yield from _named(framework, node.gate.when, None)
    per = node.formula.per if isinstance(node.formula, leaves.MeanOfCases) else None
    for _path, text, _wanted in formula_sources(node.formula):
        yield from _named(framework, text, per)


def needed_by(framework: Framework) -> Mapping[str, tuple[str, ...]]:
    """The codes that each criterion's points rest on, kept with the framework."""
    return framework.kept(
        "needed", lambda: {code: tuple(criteria_needed(framework, node)) for code, node in framework.nodes.items()}
    )


def _named(framework: Framework, text: str, per: str | None) -> Iterator[str]:
    for name in names_of(framework.expression(text, per).tree):
        if name.criterion:
            yield name.name


def circles(framework: Framework) -> Iterator[tuple[str, ...]]:
    """Each circle of criteria that rest on one another, as the codes along it."""
    done: set[str] = set()

    def visit(code: str, trail: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if code in trail:
            yield (*trail[trail.index(code) :], code)
            return
        if code in done:
            return
        # Which of an exclusive pair counts rests on what the other rests on too.
        pair = dict.fromkeys((code, framework.partners.get(code, code)))
        both = [framework.nodes[each] for each in pair if each in framework.nodes]
        for needed in (name for each in both for name in criteria_needed(framework, each)):
            yield from visit(needed, (*trail, code))
        done.add(code)

    for code in framework.nodes:
        yield from visit(code, ())
