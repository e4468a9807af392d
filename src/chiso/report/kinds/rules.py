"""The rules of leaves and groups in words, as a method describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from chiso.engine.framework import Criterion, Framework
from chiso.engine.quantities import Exact
from chiso.language import chosen, marked
from chiso.language import gettext as _
from chiso.report.numbers import number, percent
from chiso.report.wording import condition_words, role_words

Rule: TypeAlias = Callable[[Framework, Any], str]
OTHERWISE = {
    "zero": marked("no points"),
    "full": marked("all points"),
    "missing": marked("as if it was not answered"),
    "not_applicable": marked("not applicable"),
}
ABSENT_CASES = {
    "omit": marked("a case without an answer is left out"),
    "zero": marked("a case without an answer counts as 0"),
    "missing": marked("without an answer to one case the whole has none"),
}

ABSENCES = {
    "zero": marked("no points"),
    "full": marked("all points"),
    "omit": marked("it is left out of the points and of the maximum"),
    "blank": marked("the unit has no result"),
    "refuse": marked("not allowed"),
}
FAILURES = {
    "zero": marked("no points"),
    "lowest_class": marked("the lowest class"),
    "undetermined": marked("the decision does not say what follows"),
}


def rule_words(framework: Framework, criterion: Criterion) -> str:
    """How a criterion gets its points: by its formula, or from its parts; with its cap and its floor."""
    if criterion.formula is not None:
        said = [RULES[criterion.formula.kind](framework, criterion.formula)]
    else:
        said = [_combined(criterion)]
    if criterion.cap is not None:
        said.append(_("at most {points} points").format(points=number(criterion.cap)))
    if criterion.floor is not None:
        said.append(_("at least {points} points").format(points=number(criterion.floor)))
    sentence = "; ".join(said)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def absence_words(missing: str | None, not_applicable: str | None) -> str:
    """What follows from a question that is not answered, and from one that does not apply, as far as it is told."""
    said = []
    if missing in ABSENCES:
        said.append(_("A question without an answer: {what}.").format(what=_(ABSENCES[missing])))
    if not_applicable in ABSENCES:
        said.append(_("A question that does not apply: {what}.").format(what=_(ABSENCES[not_applicable])))
    return " ".join(said)


def conditions(framework: Framework, criterion: Criterion) -> Iterator[str]:
    """What else decides how a criterion counts, a sentence for each."""
    if criterion.role != "score":
        yield _("It counts as: {role}.").format(role=role_words(criterion.role))
    if not criterion.scored:
        yield _("It is shown and does not count.")
    if criterion.weight is not None:
        weights = "; ".join(dict.fromkeys(_weight(each) for each in criterion.weight.values()))
        yield _("Weight: {weights}.").format(weights=weights)
    if criterion.exclusive_with is not None:
        other = framework.nodes[criterion.exclusive_with].name.of(chosen())
        yield _("Of this one and {other} only the one with more points counts.").format(other=other)
    if criterion.gate is not None:
        yield _("Condition: {condition}; where it does not hold: {what}.").format(
            condition=condition_words(framework, criterion.gate.when), what=_(FAILURES[criterion.gate.fails])
        )
    if criterion.knock_out is not None:
        yield _knocked_out(framework, criterion)
    if own := absence_words(criterion.missing, criterion.not_applicable):
        yield own


def _weight(value: Exact | str) -> str:
    return _("not in the source") if isinstance(value, str) else number(value)


def _knocked_out(framework: Framework, criterion: Criterion) -> str:
    """The condition or the limit below which the class is decided whatever the points."""
    rule = criterion.knock_out
    assert rule is not None
    said = []
    if rule.when is not None:
        said.append(condition_words(framework, rule.when))
    if rule.below is not None:
        said.append(_("fewer than {points} points").format(points=number(rule.below)))
    names = {
        band.id: band.name.of(chosen())
        for node in framework.walk()
        if node.classes is not None
        for band in node.classes.bands
    }
    return _("Knock-out where {condition}: the class is at most {name}.").format(
        condition=_(" and ").join(said), name=names.get(rule.band, rule.band)
    )


def _combined(criterion: Criterion) -> str:
    kinds = {
        "sum": _("the sum of its parts"),
        "weighted": _("the sum of its parts, each times its weight"),
        "mean": _("the mean of its parts"),
        "geometric": _("the weighted geometric mean of its parts"),
        "best": _("the greatest of its parts"),
    }
    said = kinds[criterion.combine.kind]
    if criterion.combine.renormalise:
        return _("{rule}; parts that apply share the weight of those that do not").format(rule=said)
    return said


def _points(value: Exact | None, otherwise: str) -> str:
    return otherwise if value is None else _("{points} points").format(points=number(value))


def _ratio(framework: Framework, formula: Any) -> str:
    return _("maximum × ({part}) / ({whole}), at most the maximum; where the whole is 0: {otherwise}").format(
        part=condition_words(framework, formula.part),
        whole=condition_words(framework, formula.whole),
        otherwise=_(OTHERWISE[formula.whole_zero]),
    )


def _yes_no(framework: Framework, formula: Any) -> str:
    return _("{yes} where this holds: {question}; else {no}").format(
        yes=_points(formula.yes, _("all points")),
        question=condition_words(framework, formula.question),
        no=_points(formula.no, _("no points")),
    )


def _steps(framework: Framework, formula: Any) -> str:
    form = _("from {limit} on {points}") if formula.closed == "below" else _("above {limit} {points}")
    steps = [form.format(limit=number(step.limit), points=_points(step.points, "")) for step in formula.table]
    return _("by {of}: {steps}; else {otherwise}").format(
        of=condition_words(framework, formula.of),
        steps=", ".join(steps),
        otherwise=_points(formula.otherwise, _("no points")),
    )


def _tiers(framework: Framework, formula: Any) -> str:
    return _(
        "by {share}: all points from {norm} on, maximum × share / {norm} from {starts} on, no points below"
    ).format(
        share=condition_words(framework, formula.share), norm=percent(formula.norm), starts=percent(formula.starts)
    )


def _per_item(framework: Framework, formula: Any) -> str:
    return _("{each} points for each of: {count}; at most {cap}").format(
        each=number(formula.each),
        count=condition_words(framework, formula.count),
        cap=_points(formula.cap, _("the maximum")),
    )


def _levels(framework: Framework, formula: Any) -> str:
    levels = [
        _("{points} where {condition}").format(
            points=_points(level.points, ""), condition=condition_words(framework, level.when)
        )
        for level in formula.levels
    ]
    return _("the first of these that holds: {levels}; else {otherwise}").format(
        levels="; ".join(levels), otherwise=_points(formula.otherwise, _("no points"))
    )


def _among(formula: Any) -> str:
    return _("of all units") if formula.among == "cycle" else _("of the block")


def _to_best(framework: Framework, formula: Any) -> str:
    return _("maximum × ({of}) / the greatest value {among}; where that is 0: {otherwise}").format(
        of=condition_words(framework, formula.of), among=_among(formula), otherwise=_(OTHERWISE[formula.all_zero])
    )


def _min_max(framework: Framework, formula: Any) -> str:
    sentence = _("maximum × ({of} − least) / (greatest − least) {among}; where all are equal: {otherwise}")
    if formula.better == "less":
        sentence = _("maximum × (greatest − {of}) / (greatest − least) {among}; where all are equal: {otherwise}")
    return sentence.format(
        of=condition_words(framework, formula.of), among=_among(formula), otherwise=_(OTHERWISE[formula.all_equal])
    )


def _goalposts(framework: Framework, formula: Any) -> str:
    sentence = _("maximum × ({of} − {low}) / ({high} − {low}), within 0 and the maximum")
    if formula.logarithm:
        sentence = _("maximum × (ln({of}) − ln({low})) / (ln({high}) − ln({low})), within 0 and the maximum")
    return sentence.format(
        of=condition_words(framework, formula.of), low=number(formula.low), high=number(formula.high)
    )


def _given(framework: Framework, formula: Any) -> str:
    del framework
    return _("points that are granted, from {least} to {most}").format(
        least=number(formula.least or 0), most=_points(formula.most, _("the maximum"))
    )


def _expression(framework: Framework, formula: Any) -> str:
    return _("points = {expression}").format(expression=condition_words(framework, formula.points))


def _mean_of_cases(framework: Framework, formula: Any) -> str:
    case = next((case.name.of(chosen()) for case in framework.cases if case.id == formula.per), formula.per)
    return _("the mean over each case ({case}) of: {rule}; {absent}; without cases: {otherwise}").format(
        case=case,
        rule=RULES[formula.of.kind](framework, formula.of),
        absent=_(ABSENT_CASES[formula.missing]),
        otherwise=_(OTHERWISE[formula.none]),
    )


RULES: Mapping[str, Rule] = {
    "ratio": _ratio,
    "yes_no": _yes_no,
    "steps": _steps,
    "tiers": _tiers,
    "per_item": _per_item,
    "levels": _levels,
    "to_best": _to_best,
    "min_max": _min_max,
    "goalposts": _goalposts,
    "given": _given,
    "expression": _expression,
    "mean_of_cases": _mean_of_cases,
}
"""The words of each kind of formula."""
