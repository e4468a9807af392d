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


def _rests_on(framework: Framework, code: str) -> Iterator[str]:
    """What a criterion's points rest on; of an exclusive pair, what either of them does."""
    for each in dict.fromkeys((code, framework.partners.get(code, code))):
        if each in framework.nodes:
            yield from criteria_needed(framework, framework.nodes[each])


def trails(framework: Framework) -> tuple[list[tuple[str, ...]], Mapping[str, int]]:
    """Each circle of criteria that rest on one another, as the codes along it; and how many steps deep each one rests.

    Not recursive: how far criteria name one another is in the hands of who writes the file.
    """
    circles: list[tuple[str, ...]] = []
    steps: dict[str, int] = {}
    for start in framework.nodes:
        trail, waiting = ([start], [_rests_on(framework, start)]) if start not in steps else ([], [])
        while trail:
            needed = next(waiting[-1], None)
            if needed is None:
                steps[trail[-1]] = 1 + max((steps.get(n, 0) for n in _rests_on(framework, trail[-1])), default=0)
                trail.pop()
                waiting.pop()
            elif needed in trail:
                circles.append((*trail[trail.index(needed) :], needed))
            elif needed not in steps:
                trail.append(needed)
                waiting.append(_rests_on(framework, needed))
    return circles, steps
