"""A score's reason as a sentence."""

from __future__ import annotations

from chiso.engine.framework import Criterion
from chiso.engine.reasons import Reason
from chiso.language import chosen, use
from chiso.report.wording.changes import CHANGES
from chiso.report.wording.kinds import KINDS


def worded(reason: Reason, criterion: Criterion, language: str | None = None) -> str:
    """The sentence of a reason: the computation in figures, then what was done to the points, in order.

    KeyError where the engine gives a kind that has no words.
    """
    with use(language or chosen()):
        said = [KINDS[reason.kind](reason, criterion)]
        said += [CHANGES[change.kind](change, criterion) for change in reason.changes]
    sentence = "; ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}."
