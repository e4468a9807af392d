"""Why a class is lower than the points alone give: a knock-out, a gate, a condition or a quota."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from flint import fmpq

from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.framework import Band, Classes, Criterion
from chiso.engine.quantities import exact, resolved, rounded
from chiso.engine.ranking import Place
from chiso.engine.scoring import Score, Scores
from chiso.engine.scoring.run import Run
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.numbers import percent
from chiso.report.wording import condition_words


def why_lower(scores: Scores, criterion: Criterion, place: Place) -> str:
    """The sentence for a certain class below the one that the points reach; nothing where they are the same."""
    classes, score = criterion.classes, scores.score(place.unit, criterion.code)
    if classes is None or score is None or not place.determined:
        return ""
    ids = [*(band.id for band in classes.bands), ""]
    better = [band for band in classes.bands[: ids.index(place.classes[0])] if _reached(classes, band, score)]
    if not better:
        return ""
    alone = scores.exact_run(scores.answers.units.index[place.unit])
    causes: list[str] = resolved(lambda: [*_failures(scores, criterion, alone), *_conditions(scores, better, alone)])
    if not causes:
        causes = [*_quotas(better[-1:], alone.block)]
    told = _("By points alone: {name}.").format(name=better[0].name.of(chosen()))
    return " ".join([told, *causes])


def _reached(classes: Classes, band: Band, score: Score) -> bool:
    """Whether the points, or their share of the maximum, reach a class's limit."""
    value = score.exact
    if band.limit is None or not isinstance(value, fmpq):
        return False
    if classes.on == "share":
        if not score.maximum or score.maximum == "0":
            return False
        value = value / exact(score.maximum)
    if classes.decimals is not None:
        value = rounded(value, classes.decimals)
    below = (band.closed or classes.closed) == "below"
    return bool(value >= band.limit.up_to) if below else bool(value > band.limit.up_to)


def _holds(alone: Run, condition: str) -> bool:
    found: Any = alone.scope.value(condition)
    present = found.states is None or bool((found.states == PRESENT).all())
    return present and bool(np.all(found.value))


def _failures(scores: Scores, criterion: Criterion, alone: Run) -> Iterator[str]:
    """The knock-outs that strike and the gates that do not hold, on the criterion and below it."""
    for node in _below(criterion):
        if not scores.framework.applies(node.code, alone.block):
            continue
        name = f"{node.code} {node.name.of(chosen())}"
        rule, gate = node.knock_out, node.gate
        if rule is not None and (
            (rule.when is not None and _holds(alone, rule.when))
            or (rule.below is not None and _less(alone, node.code, rule.below))
        ):
            band = next((each for each in _bands(criterion) if each.id == rule.band), None)
            if band is not None:
                yield _("At most {band}: knocked out by {name}.").format(band=band.name.of(chosen()), name=name)
        if gate is not None and gate.fails == "lowest_class" and not _holds(alone, gate.when):
            yield _("The lowest class: the condition of {name} does not hold.").format(name=name)


def _less(alone: Run, code: str, limit: fmpq) -> bool:
    return not bool(np.all(alone.node(code).points.at_least(alone.arithmetic.constant(limit))))


def _below(criterion: Criterion) -> Iterator[Criterion]:
    yield criterion
    for child in criterion.children:
        yield from _below(child)


def _bands(criterion: Criterion) -> tuple[Band, ...]:
    return criterion.classes.bands if criterion.classes is not None else ()


def _conditions(scores: Scores, better: list[Band], alone: Run) -> Iterator[str]:
    for band in better:
        for condition in band.conditions:
            if not _holds(alone, condition):
                yield _("{band} also needs: {condition}.").format(
                    band=band.name.of(chosen()), condition=condition_words(scores.framework, condition)
                )


def _quotas(better: list[Band], block: str) -> Iterator[str]:
    for band in better:
        quota = band.quota
        if quota is not None and (not quota.blocks or block in quota.blocks):
            yield _("{band} is for at most {share} of the units, and the quota is full.").format(
                band=band.name.of(chosen()), share=percent(quota.share)
            )
