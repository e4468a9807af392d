"""Kinds and certainties in words, in the language in use."""

from __future__ import annotations

from collections.abc import Mapping

from chiso.audit.findings import Certainty, Kind, Move, RuleKind
from chiso.language import gettext, marked

KIND_WORDS: Mapping[Kind, str] = {
    "sum": marked("total and parts"),
    "column_sum": marked("column and total row"),
    "rank": marked("rank and number"),
    "tie": marked("equal numbers, different ranks"),
    "tie_rule": marked("rule for equal numbers"),
    "last_rank": marked("rank of the last group"),
    "order": marked("order of rows"),
    "class": marked("class and total"),
    "class_gap": marked("gap between classes"),
    "share": marked("percentage and count"),
    "rounding": marked("cut off instead of rounded"),
    "decimals": marked("number of decimals"),
    "separator": marked("decimal and thousands marks"),
    "ambiguous": marked("number with two readings"),
    "missing": marked("unit left out"),
    "twice": marked("unit listed twice"),
    "unknown": marked("unknown unit"),
    "spelling": marked("spelling of a unit"),
    "range": marked("value out of range"),
    "measure": marked("one figure for two measures"),
    "trend": marked("rise or fall against the table"),
    "all": marked("“all” against the table"),
    "count": marked("count in the text"),
    "figure": marked("figure in the text against the table"),
    "points": marked("percent or percentage points"),
    "contradiction": marked("two statements against each other"),
    "excluded": marked("unit that is not assessed"),
    "title": marked("two titles for one thing"),
    "move": marked("change since the time before"),
}
RULE_WORDS: Mapping[RuleKind, str] = {
    "ties": marked("equal numbers"),
    "second_key": marked("what parts equal numbers"),
    "without_result": marked("units without a number"),
    "decimals": marked("decimals"),
    "grid": marked("grid of points"),
    "limits": marked("limits of classes"),
    "separator": marked("decimal mark"),
}
CERTAINTY_WORDS: Mapping[Certainty, str] = {
    "certain": marked("certain"),
    "likely": marked("likely"),
    "possible": marked("possible"),
}


def kind_words(kind: Kind) -> str:
    """What a kind of finding is called."""
    return gettext(KIND_WORDS[kind])


def rule_words(kind: RuleKind) -> str:
    """What a kind of rule is called."""
    return gettext(RULE_WORDS[kind])


def certainty_words(certainty: Certainty) -> str:
    """How sure a finding is."""
    return gettext(CERTAINTY_WORDS[certainty])


def move_words(move: Move) -> str:
    """A move in a sentence."""
    values = {"unit": move.unit, "before": move.before, "after": move.after}
    if move.what == "rank":
        return gettext("{unit}: rank {before} → {after}").format(**values)
    after = move.after.replace(" | ", gettext(" or "))
    return gettext("{unit}: class {before} → {after}").format(**{**values, "after": after})
