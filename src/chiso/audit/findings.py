"""What an audit says: findings, what holds, what cannot be checked, and the rules that a table seems to follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from chiso.engine.errors import Message
from chiso.language import sentence as said
from chiso.language import use
from chiso.tables.cells import Address

Certainty: TypeAlias = Literal["certain", "likely", "possible"]
Kind: TypeAlias = Literal[
    "sum", "column_sum", "rank", "tie", "tie_rule", "last_rank", "order", "class", "class_gap", "share", "rounding",
    "decimals", "separator", "ambiguous", "missing", "twice", "unknown", "spelling", "range", "measure", "trend", "all",
    "count", "figure", "points", "contradiction", "excluded", "title", "move",
]  # fmt: skip
"""What is wrong, or what was checked. docs/auditing.md describes each."""
RuleKind: TypeAlias = Literal["ties", "second_key", "without_result", "decimals", "grid", "limits", "separator"]

KINDS: tuple[Kind, ...] = get_args(Kind)
RULE_KINDS: tuple[RuleKind, ...] = get_args(RuleKind)


@dataclass(frozen=True)
class Move:
    """A rank or a class that would be another one: whose, which of the two, printed and computed.

    after: several classes joined by ` | ` where only these are possible.
    """

    unit: str
    what: Literal["rank", "class"]
    before: str
    after: str


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold.

    at: where it is printed; printed, computed: as texts in the way of writing of the place, computed empty where no
    value can be told; moves: the ranks and classes that change with it; certainty: `certain` (nothing but an error
    explains it), `likely`, or `possible` (there is an innocent explanation, which the sentence names).
    """

    kind: Kind
    at: Address
    printed: str
    computed: str
    what: Message
    moves: tuple[Move, ...] = ()
    certainty: Certainty = "certain"


@dataclass(frozen=True)
class Confirmed:
    """Something that was checked and holds, and how many times."""

    kind: Kind
    at: Address
    count: int
    what: Message


@dataclass(frozen=True)
class Undecided:
    """Something that cannot be checked, with the reason."""

    kind: Kind
    at: Address
    what: Message


@dataclass(frozen=True)
class Rule:
    """A rule that a table seems to follow: its value, and how many of its rows fit."""

    kind: RuleKind
    at: Address
    value: str
    fits: int
    of: int
    what: Message


Outcome: TypeAlias = Finding | Confirmed | Undecided | Rule


@dataclass(frozen=True)
class Audit:
    """Everything that an audit of a document found, each list in the order of the document."""

    source: str
    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...]
    undecided: tuple[Undecided, ...]
    rules: tuple[Rule, ...]

    @classmethod
    def of(cls, source: str, outcomes: Iterable[Outcome]) -> Audit:
        """The audit of what the checks found, each thing once."""
        found = sorted({repr(outcome): outcome for outcome in outcomes}.values(), key=_place)
        return cls(
            source,
            tuple(each for each in found if isinstance(each, Finding)),
            tuple(each for each in found if isinstance(each, Confirmed)),
            tuple(each for each in found if isinstance(each, Undecided)),
            tuple(each for each in found if isinstance(each, Rule)),
        )


def sentence(what: Message) -> str:
    """The sentence of a message in the language in use, messages inside it too, without its full stop."""
    text = said(what)
    return text[:1].upper() + text[1:]


def says(what: Message) -> dict[str, str]:
    """The sentence in each language, by its code."""
    found = {}
    for language in ("vi", "en"):
        with use(language):
            found[language] = sentence(what)
    return found


def _place(outcome: Outcome) -> tuple[int, int, str, int, int, int, int]:
    at = outcome.at
    kinds: tuple[str, ...] = (*KINDS, *RULE_KINDS)
    return at.page, at.line, at.sheet, at.table, at.row, at.column, kinds.index(outcome.kind)
