"""The kinds of risk by which answers are chosen for a closer look: their weights, and why in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from chiso.engine.framework import Question
from chiso.report.numbers import number
from chiso.web.bridge.workbook import worded
from chiso.web.models import Risk


@dataclass(frozen=True)
class Kind:
    """One kind of risk; weight: what it adds to the place in the list; badge: how grave it looks."""

    id: str
    bit: int
    weight: int
    name: Any
    badge: str = ""


KINDS = (
    Kind("changed", 1, 8, lazy("changed since the verdict"), "bad"),
    Kind("error", 2, 8, lazy("error in the form"), "bad"),
    Kind("source", 4, 6, lazy("another system differs"), "bad"),
    Kind("jump", 8, 4, lazy("large change"), "warn"),
    Kind("outlier", 16, 4, lazy("far from the others"), "warn"),
    Kind("evidence", 32, 3, lazy("no evidence"), "warn"),
    Kind("reply", 64, 2, lazy("warning without a comment"), "warn"),
    Kind("limit", 128, 2, lazy("near a class limit"), "on"),
    Kind("sample", 256, 2, lazy("drawn by lot"), "on"),
    Kind("matches", 512, 0, lazy("another system agrees"), "good"),
)
"""In the order of the page; `matches` is no risk, and weighs nothing."""
BY_ID: Mapping[str, Kind] = {kind.id: kind for kind in KINDS}
RISKS = sum(kind.bit for kind in KINDS if kind.weight)
"""The bits of all that are risks."""


@dataclass(frozen=True)
class Told:
    """A kind of risk of one answer, and why in words."""

    kind: Kind
    why: str


def weight(kinds: int) -> int:
    """The sum of the weights of some kinds, given by their bits."""
    return sum(kind.weight for kind in KINDS if kinds & kind.bit)


def told(risk: Risk, question: Question | None) -> list[Told]:
    """Why an answer stands in the list, kind by kind."""
    found = []
    for kind in KINDS:
        if risk.kinds & kind.bit:
            found.append(Told(kind, _why(kind.id, risk.why.get(kind.id) or {}, question)))
    return found


def _why(kind: str, given: Mapping[str, str], question: Question | None) -> str:
    match kind:
        case "changed":
            return _("The unit changed the answer after the last verdict.")
        case "error":
            return _fault(given.get("fault", ""))
        case "source" | "matches":
            value = given.get("value", "")
            shown = worded(question, value) if question is not None else value
            return _("{system} counts {value}.").format(system=given.get("system", ""), value=shown)
        case "jump":
            return _("{now} after {before} the time before.").format(
                now=number(given["now"]), before=number(given["before"])
            )
        case "outlier":
            return _(
                "{share}% of the whole. In the block the middle is {middle}%, and half of the units lie within "
                "{spread} points of it; this one lies {times} times as far."
            ).format(**{name: number(value) for name, value in given.items()})
        case "evidence":
            return _("The question wants evidence, and none was added.")
        case "reply":
            return _("The form warns, and the unit has not said why the answer is right.")
        case "limit":
            return _("With {points} points on {criterion} the unit is near a class limit, {limit}.").format(
                points=number(given["points"]), criterion=given["criterion"], limit=number(given["limit"])
            )
        case _:
            return _("Drawn by lot; anybody can draw again with the seed that is kept.")


def _fault(fault: str) -> str:
    match fault:
        case "part":
            return _("The part is more than its whole.")
        case "whole":
            return _("The whole does not apply, and the part has a number.")
        case "reason":
            return _("It is not said why the question does not apply.")
        case _:
            return _("The answer cannot be read.")
