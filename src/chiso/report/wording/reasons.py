"""A score's reason as a sentence."""

from __future__ import annotations

from dataclasses import replace

from chiso.engine.framework import Criterion, Framework, leaves
from chiso.engine.reasons import Reason
from chiso.language import chosen, use
from chiso.report.wording.changes import CHANGES
from chiso.report.wording.kinds import KINDS, by_expression
from chiso.report.wording.rules import condition_words


def worded(
    reason: Reason, criterion: Criterion, language: str | None = None, framework: Framework | None = None
) -> str:
    """The sentence of a reason: the computation in figures, then what was done to the points, in order.

    framework: whose names of questions and options are told in place of their ids, which stand without it.
    KeyError where the engine gives a kind that has no words.
    """
    with use(language or chosen()):
        said = [_named(reason, criterion, framework) if framework else KINDS[reason.kind](reason, criterion)]
        said += [CHANGES[change.kind](change, criterion) for change in reason.changes]
    sentence = "; ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _named(reason: Reason, criterion: Criterion, framework: Framework) -> str:
    """The words of a kind, with names in the conditions and the expressions of the framework."""
    if reason.kind == "levels" and isinstance(name := reason.values.get("name"), str):
        values = {**reason.values, "name": condition_words(framework, name)}
        return KINDS[reason.kind](replace(reason, values=values), criterion)
    if reason.kind == "expression" and isinstance(criterion.formula, leaves.Calculated):
        names = {condition_words(framework, id): value for id, value in reason.values.items()}
        return by_expression(condition_words(framework, criterion.formula.points), replace(reason, values=names))
    return KINDS[reason.kind](reason, criterion)
