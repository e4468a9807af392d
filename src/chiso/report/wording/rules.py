"""The words of a framework's own rules: its nature, its decision, its limits, its order."""

from __future__ import annotations

import re
from datetime import date

from chiso.engine.framework import Band, Classes, Decision, Framework, Key, Rank
from chiso.engine.quantities import Exact
from chiso.language import chosen, marked
from chiso.language import gettext as _
from chiso.report.numbers import number, percent

NATURES = {
    "decision": marked("A framework laid down by a public body, encoded from the text of its decision."),
    "transcription": marked("What public sources tell of a decision; what they do not tell is marked as unknown."),
    "model": marked("A model set of Chiso, not an official document: no public body has laid it down."),
    "example": marked("An example made for this software, not an official document."),
}
ROLES = {"score": marked("scored"), "bonus": marked("bonus"), "penalty": marked("penalty")}
TIES = {
    "competition": marked("equal units share a rank, and the ranks after them are skipped"),
    "dense": marked("equal units share a rank, and no rank is skipped"),
    "ordinal": marked("equal units follow the order of the register"),
}

_NAMED = re.compile(
    r"'(?P<option>[^'\n]*)'|(?P<share>share\()?\[(?P<code>[^\]]+)\](?(share)\))|(?<!\w)(?P<id>[^\W\d]\w*)(?![\w(])"
)


def day(value: date) -> str:
    """A date as official documents write it: 27/3/2018, with a leading 0 before days below 10 and months 1 and 2."""
    if chosen() == "en":
        return value.isoformat()
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def nature_words(framework: Framework) -> str:
    """What a framework is, said plainly."""
    return _(NATURES[framework.nature])


def role_words(role: str) -> str:
    """Whether a criterion counts in the maximum, adds to it, or is taken off."""
    return _(ROLES[role])


def decision_words(decision: Decision) -> str:
    """A decision as it is cited: its number, date, body and title, as far as they are known."""
    number_and_date = decision.number or ""
    if decision.date is not None:
        dated = _("{number} of {date}") if number_and_date else "{number}{date}"
        number_and_date = dated.format(number=number_and_date, date=day(decision.date))
    return ", ".join(part for part in (number_and_date, decision.body, decision.title) if part)


def condition_words(framework: Framework, condition: str) -> str:
    """A condition, or a sum, with the names of its criteria, questions and options: `share of Security ≥ 80%`."""
    choices = [match for match in _NAMED.finditer(condition) if _options(framework, match["id"])]

    def option(match: re.Match[str]) -> str:
        """The name of an option of the choice that stands nearest before it, or else first after it."""
        before = [choice for choice in choices if choice.start() < match.start()]
        nearest = (before[::-1] + choices)[:1]
        names = {id: name for choice in nearest for id, name in _options(framework, choice["id"]).items()}
        return f"“{names[match['option']]}”" if match["option"] in names else match.group()

    def named(match: re.Match[str]) -> str:
        if match["option"] is not None:
            return option(match)
        share, code, id = match.group("share"), match.group("code") or "", match.group("id") or ""
        found = framework.nodes.get(code) or framework.asked.get(id)
        name: str = match.group() if found is None else found.name.of(chosen())
        return _("share of {name}").format(name=name) if share and found is not None else name

    return _NAMED.sub(named, condition).replace(">=", "≥").replace("<=", "≤").replace("!=", "≠")


def _options(framework: Framework, id: str | None) -> dict[str, str]:
    """The names of the options of a question by their ids; none where it is no choice."""
    found = framework.asked.get(id or "")
    return {} if found is None else {option.id: option.name.of(chosen()) for option in found.options}


def band_words(framework: Framework, classes: Classes, band: Band) -> str:
    """What a class asks: its limit, its conditions, its quota."""
    said = [limit_words(classes, band), *(condition_words(framework, each) for each in band.conditions)]
    if band.quota is not None:
        said.append(_("at most {share} of the units").format(share=percent(band.quota.share)))
        if band.quota.blocks:
            said[-1] = _("{rule} (block {blocks})").format(rule=said[-1], blocks=", ".join(band.quota.blocks))
    return _(" and ").join(said)


def limit_words(classes: Classes, band: Band) -> str:
    """From where on a class is given: `from 75%`, `above 840 and at most 852,4`."""
    if band.limit is None:
        return _("the rest")

    def shown(value: Exact) -> str:
        return percent(value) if classes.on == "share" else number(value)

    if band.limit.known:
        below = (band.closed or classes.closed) == "below"
        sentence = _("from {limit}") if below else _("above {limit}")
        return sentence.format(limit=shown(band.limit.up_to))
    if band.limit.above is None:
        return _("from a limit that is not known, at most {up_to}").format(up_to=shown(band.limit.up_to))
    return _("from a limit that is not known, above {above} and at most {up_to}").format(
        above=shown(band.limit.above), up_to=shown(band.limit.up_to)
    )


def rank_words(framework: Framework, code: str, rule: Rank) -> str:
    """How units are ordered on a criterion, and what happens to ties."""
    keys = [_key(framework, code, key) for key in rule.keys]
    order = _(", then ").join(keys)
    return f"{order[:1].upper()}{order[1:]}; {_(TIES[rule.ties])}."


def _key(framework: Framework, code: str, key: Key) -> str:
    by = _by(framework, code, key.by)
    way = _("from the greatest down") if key.order == "descending" else _("from the least up")
    if key.decimals is None:
        return f"{by}, {way}"
    return _("{by}, {way} (equal at {decimals} decimals)").format(by=by, way=way, decimals=key.decimals)


def _by(framework: Framework, code: str, source: str | None) -> str:
    if source is None or source == f"[{code}]":
        return _("by points")
    if source == f"share([{code}])":
        return _("by the share of the unit's own maximum")
    of = framework.nodes.get(source.strip("[]"))
    if of is not None:
        return _("by the points of {name}").format(name=of.name.of(chosen()))
    return _("by {name}").format(name=condition_words(framework, source))
