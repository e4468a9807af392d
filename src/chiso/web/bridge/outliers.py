"""Units that lie far from the others of their block on a part of a whole, by the median and the distances from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flint import fmpq

from chiso.engine.answers.values import Refused, parse_value
from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.quantities import decimal_text
from chiso.web.bridge.framework import framework_of
from chiso.web.models import Answer, Cycle

FAR = 5
"""How many times as far from the middle as half of the units are."""
FEWEST = 8
"""Below so many units in a block nobody lies far from the others."""

Key = tuple[int, str, str]


@dataclass(frozen=True)
class _Middle:
    """The median of the shares of a block, and the median of the distances from it."""

    middle: fmpq
    spread: fmpq


def outliers(cycle: Cycle) -> dict[Key, Mapping[str, str]]:
    """The parts of wholes (`at_most`) that lie far from those of the block, by submission, question and case.

    Exact: shares are fractions; far is more than 5 times the median distance from the median. Where more than half of
    the units have the same share there is no such distance, and nobody is far.
    """
    framework = framework_of(cycle)
    wholes = {question.id: question.at_most for question in framework.questions
              if question.at_most and not question.per}  # fmt: skip
    if not wholes:
        return {}
    values, blocks = _values(cycle, {*wholes, *wholes.values()})
    groups: dict[tuple[str, str], dict[int, fmpq]] = {}
    for part, whole in wholes.items():
        for submission, number in values.get(part, {}).items():
            of = values.get(whole or "", {}).get(submission)
            if of is not None and of > 0:
                groups.setdefault((part, blocks[submission]), {})[submission] = number / of
    found: dict[Key, Mapping[str, str]] = {}
    for (part, _block), shares in groups.items():
        found.update({(submission, part, ""): told for submission, told in _far(shares)})
    return found


def _far(shares: Mapping[int, fmpq]) -> Iterable[tuple[int, Mapping[str, str]]]:
    if len(shares) < FEWEST:
        return
    middle = _median(shares.values())
    spread = _median(abs(share - middle) for share in shares.values())
    if spread == 0:
        return
    for submission, share in shares.items():
        times = abs(share - middle) / spread
        if times > FAR:
            yield submission, {
                "share": decimal_text(share * 100, 1), "middle": decimal_text(middle * 100, 1),
                "spread": decimal_text(spread * 100, 1), "times": decimal_text(times, 1),
            }  # fmt: skip


def _median(values: Iterable[fmpq]) -> fmpq:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _values(cycle: Cycle, questions: set[str | None]) -> tuple[dict[str, dict[int, fmpq]], dict[int, str]]:
    """The numbers of some questions by submission, and the block of each submission."""
    asked, values, blocks = framework_of(cycle).asked, dict[str, dict[int, fmpq]](), dict[int, str]()
    found = Answer.objects.filter(
        submission__participant__cycle=cycle, case="", question__in=sorted(filter(None, questions))
    )
    taking_part = found.filter(submission__participant__status__in=("ranked", "listed")).exclude(value="")
    columns = ("submission_id", "submission__participant__block", "question", "value")
    for submission, block, question, text in taking_part.values_list(*columns).iterator(chunk_size=20_000):
        try:
            value = parse_value(asked[question], text)
        except Refused:
            continue
        if value.state == PRESENT:
            values.setdefault(question, {})[submission] = value.exact
            blocks[submission] = block
    return values, blocks
