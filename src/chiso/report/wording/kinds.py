"""The words of every kind of reason: of formulas, of combinations, and of what stands where points do not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from chiso.engine.framework import Criterion, leaves
from chiso.engine.reasons import Reason
from chiso.language import chosen
from chiso.language import gettext as _
from chiso.report.numbers import figures, number, percent

Kind: TypeAlias = Callable[[Reason, Criterion], str]


def _numbers(reason: Reason) -> dict[str, str]:
    """The values of a reason in the language's form."""
    return {name: number(value) for name, value in reason.values.items()}


def _otherwise(why: str, rule: str) -> str:
    """What a rule such as `whole_zero: full` gave, after why it was asked."""
    gave = _("all points") if rule == "full" else _("no points")
    return f"{why}: {gave}"


def _ratio(reason: Reason, criterion: Criterion) -> str:
    if reason.values["whole"] == 0 and isinstance(criterion.formula, leaves.Ratio):
        return _otherwise(_("the whole is 0"), criterion.formula.whole_zero)
    return _("maximum {max} × {part}/{whole}").format(**_numbers(reason))


def _yes_no(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _("the answer is yes") if reason.values["answer"] == "yes" else _("the answer is no")


def _steps(reason: Reason, criterion: Criterion) -> str:
    closed = criterion.formula.closed if isinstance(criterion.formula, leaves.Steps) else "below"
    value, limit, numbers = _exact(reason, "value"), _exact(reason, "limit"), _numbers(reason)
    if value > limit and closed == "above":
        return _("the value {value} exceeds {limit}").format(**numbers)
    if value > limit or (value == limit and closed == "below"):
        return _("the value {value} reaches {limit}").format(**numbers)
    if closed == "above":
        return _("the value {value} does not exceed the lowest limit {limit}").format(**numbers)
    return _("the value {value} is below the lowest limit {limit}").format(**numbers)


def _exact(reason: Reason, name: str) -> Any:
    return reason.values[name]


def _tiers(reason: Reason, criterion: Criterion) -> str:
    del criterion
    share, norm, starts = (_exact(reason, name) for name in ("share", "norm", "starts"))
    shown = {"share": percent(share), "norm": percent(norm), "starts": percent(starts)}
    if share >= norm:
        return _("the share {share} reaches the norm {norm}: all points").format(**shown)
    if share < starts:
        return _("the share {share} is below the start {starts}: no points").format(**shown)
    return _("maximum {max} × {share}/{norm} (below the norm)").format(max=_numbers(reason)["max"], **shown)


def _per_item(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _("{count} × {each} points each").format(**_numbers(reason))


def _levels(reason: Reason, criterion: Criterion) -> str:
    level = int(_exact(reason, "level").p)
    if level == 0:
        return _("no level is reached")
    name = str(reason.values["name"])
    if isinstance(criterion.formula, leaves.Levels):
        words = criterion.formula.levels[level - 1].name
        name = name if words is None else words.of(chosen())
    return _("level {level} is reached: {name}").format(level=level, name=name)


def _mean_of_cases(reason: Reason, criterion: Criterion) -> str:
    if reason.values["cases"] == 0 and isinstance(criterion.formula, leaves.MeanOfCases):
        return _otherwise(_("there is no case"), criterion.formula.none)
    return _("mean over the cases: {total}/{cases}").format(**_numbers(reason))


def _to_best(reason: Reason, criterion: Criterion) -> str:
    if _exact(reason, "best") <= 0 and isinstance(criterion.formula, leaves.ToBest):
        return _otherwise(_("the greatest value is 0"), criterion.formula.all_zero)
    if reason.values["among"] == "cycle":
        return _("maximum {max} × {value}/{best}, the greatest value of the cycle").format(**_numbers(reason))
    return _("maximum {max} × {value}/{best}, the greatest value of the block").format(**_numbers(reason))


def _min_max(reason: Reason, criterion: Criterion) -> str:
    numbers = _numbers(reason)
    formula = criterion.formula
    if reason.values["low"] == reason.values["high"] and isinstance(formula, leaves.MinMax):
        return _otherwise(_("all units have the same value"), formula.all_equal)
    if isinstance(formula, leaves.MinMax) and formula.better == "less":
        return _(
            "maximum {max} × ({high} − {value})/({high} − {low}), between the greatest and the least value"
        ).format(**numbers)
    return _("maximum {max} × ({value} − {low})/({high} − {low}), between the least and the greatest value").format(
        **numbers
    )


def _goalposts(reason: Reason, criterion: Criterion) -> str:
    numbers = _numbers(reason)
    value, low, high = (_exact(reason, name) for name in ("value", "low", "high"))
    if value <= low:
        return _("the value {value} is not above the lower bound {low}: no points").format(**numbers)
    if value >= high:
        return _("the value {value} reaches the upper bound {high}: all points").format(**numbers)
    if isinstance(criterion.formula, leaves.Goalposts) and criterion.formula.logarithm:
        return _("maximum {max} × ln({value}/{low})/ln({high}/{low}), between fixed bounds").format(**numbers)
    return _("maximum {max} × ({value} − {low})/({high} − {low}), between fixed bounds").format(**numbers)


def _given(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _("points granted: {points}").format(**_numbers(reason))


def _expression(reason: Reason, criterion: Criterion) -> str:
    source = criterion.formula.points if isinstance(criterion.formula, leaves.Calculated) else reason.written
    return by_expression(source, reason)


def by_expression(source: str, reason: Reason) -> str:
    """The words of points by an expression, with the values of what it names."""
    told = ", ".join(f"{name} = {shown}" for name, shown in _numbers(reason).items())
    if not told:
        return _("by the expression {expression}").format(expression=source)
    return _("by the expression {expression}, where {values}").format(expression=source, values=told)


def _group(sentence: str, reason: Reason) -> str:
    return sentence.format(parts=figures(reason.written)) if reason.values else _("no part is scored")


def _sum(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _group(_("sum of the parts: {parts}"), reason)


def _weighted(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _group(_("weighted sum of the parts: {parts}"), reason)


def _mean(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _group(_("mean of the parts: {parts}"), reason)


def _geometric(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _group(_("geometric mean of the parts: {parts}"), reason)


def _best(reason: Reason, criterion: Criterion) -> str:
    del criterion
    return _group(_("the best of the alternatives: {parts}"), reason)


def _missing(reason: Reason, criterion: Criterion) -> str:
    if criterion.children:
        return _("no answer to {criteria}").format(criteria=reason.values["criteria"])
    return _("no answer")


def _not_applicable(reason: Reason, criterion: Criterion) -> str:
    if criterion.children:
        return _("not applicable: {criteria}").format(criteria=reason.values["criteria"])
    return _("not applicable")


def _no_result(reason: Reason, criterion: Criterion) -> str:
    if criterion.gate is not None and not reason.values["criteria"]:
        return _("no result: the required condition does not hold, and the decision does not say what follows")
    return _("no result, for want of one in {criteria}").format(criteria=reason.values["criteria"])


KINDS: Mapping[str, Kind] = {
    "ratio": _ratio,
    "yes_no": _yes_no,
    "steps": _steps,
    "tiers": _tiers,
    "per_item": _per_item,
    "levels": _levels,
    "mean_of_cases": _mean_of_cases,
    "to_best": _to_best,
    "min_max": _min_max,
    "goalposts": _goalposts,
    "given": _given,
    "expression": _expression,
    "sum": _sum,
    "weighted": _weighted,
    "mean": _mean,
    "geometric": _geometric,
    "best": _best,
    "missing": _missing,
    "not_applicable": _not_applicable,
    "no_result": _no_result,
}
