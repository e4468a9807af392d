"""The words of what was done to points after their formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from chiso.engine.framework import Criterion
from chiso.engine.reasons import Change
from chiso.language import gettext as _
from chiso.report.numbers import figures

Changed: TypeAlias = Callable[[Change, Criterion], str]


def _numbers(change: Change) -> dict[str, str]:
    return {"before": figures(change.before), "after": figures(change.after)}


def _cap(change: Change, criterion: Criterion) -> str:
    del criterion
    if not change.before:
        return _("above the cap, therefore {after}").format(**_numbers(change))
    return _("{before} is above the cap, therefore {after}").format(**_numbers(change))


def _floor(change: Change, criterion: Criterion) -> str:
    del criterion
    return _("{before} is below the floor, therefore {after}").format(**_numbers(change))


def _round(change: Change, criterion: Criterion) -> str:
    del criterion
    return _("{before} rounded to {after}").format(**_numbers(change))


def _gate(change: Change, criterion: Criterion) -> str:
    if criterion.gate is not None and criterion.gate.fails == "zero":
        return _("the required condition does not hold, therefore 0 instead of {before}").format(**_numbers(change))
    return _("the required condition does not hold, therefore the lowest class")


def _set_aside(change: Change, criterion: Criterion) -> str:
    del criterion
    return _("not counted ({before}): the criterion that excludes this one has more").format(**_numbers(change))


def _zero(change: Change, criterion: Criterion) -> str:
    del change, criterion
    return _("counted as 0 points")


def _full(change: Change, criterion: Criterion) -> str:
    del criterion
    return _("counted as all points: {after}").format(**_numbers(change))


def _omit(change: Change, criterion: Criterion) -> str:
    del change, criterion
    return _("left out of the points and of the maximum")


def _blank(change: Change, criterion: Criterion) -> str:
    del change, criterion
    return _("the unit has no result")


def _left_out(change: Change, criterion: Criterion) -> str:
    if criterion.combine.renormalise and criterion.combine.kind != "best":
        return _("{codes} left out, and the others take over their part").format(codes=change.before)
    return _("{codes} left out").format(codes=change.before)


CHANGES: Mapping[str, Changed] = {
    "cap": _cap,
    "floor": _floor,
    "round": _round,
    "gate": _gate,
    "set_aside": _set_aside,
    "zero": _zero,
    "full": _full,
    "omit": _omit,
    "blank": _blank,
    "left_out": _left_out,
}
