"""Which answers differ between two sets, and which answers a criterion rests on."""

from __future__ import annotations

from dataclasses import dataclass

from chiso.engine.answers import Answers
from chiso.engine.expressions import names_of
from chiso.engine.framework import Framework, leaves
from chiso.engine.framework.references import criteria_needed
from chiso.engine.framework.sources import formula_sources


@dataclass(frozen=True)
class Change:
    """One answer before and after, as canonical text; "" for none."""

    unit: str
    case: str
    question: str
    before: str
    after: str


def changed_answers(before: Answers, after: Answers) -> list[Change]:
    """The answers of units in both registers that differ, in the order of the newer set, then of the older."""
    old = {(unit, case, question): value for unit, case, question, value, _ in before.rows()}
    new = {(unit, case, question): value for unit, case, question, value, _ in after.rows()}
    both = before.units.index.keys() & after.units.index.keys()
    return [
        Change(*key, old.get(key, ""), new.get(key, ""))
        for key in dict.fromkeys((*new, *old))
        if key[0] in both and old.get(key, "") != new.get(key, "")
    ]


def cited(framework: Framework, code: str) -> frozenset[str]:
    """The questions and the criteria on which a criterion's points rest, itself among them."""
    found: set[str] = set()
    waiting = [code]
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found.add(each)
        node = framework.nodes[each]
        waiting += list(criteria_needed(framework, node))
        per = node.formula.per if isinstance(node.formula, leaves.MeanOfCases) else None
        sources = [text for _path, text, _wanted in formula_sources(node.formula)]
        if node.gate is not None:
            sources.append(node.gate.when)
        for text in sources:
            names = names_of(framework.expression(text, per).tree)
            found |= {name.name for name in names if not name.criterion}
        if node.exclusive_with is not None:
            waiting.append(node.exclusive_with)
    return frozenset(found)
