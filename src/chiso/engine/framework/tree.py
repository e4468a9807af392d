"""The whole framework and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from flint import fmpq
from pydantic import Field

from chiso.engine.expressions import BOOLEAN, ONE, Choice, Expression, Kind, measure, parse
from chiso.engine.expressions.measures import PerCase, Presence
from chiso.engine.framework.criteria import Absence, Criterion, Decimals
from chiso.engine.framework.maxima import Maxima
from chiso.engine.framework.questions import Question
from chiso.engine.framework.schema import Code, Day, Flag, Name, Strict, Words
from chiso.engine.quantities import Exact

Found = TypeVar("Found")


class Decision(Strict):
    """The document that lays the framework down."""

    number: str | None = None
    date: Day | None = None
    body: str | None = None
    title: str | None = None
    sources: tuple[str, ...] = ()


class Block(Strict):
    """A set of units that answer the same questions and are ranked among themselves."""

    id: Code
    name: Words


class Case(Strict):
    """Something that questions repeat over: a dossier, an online service, a kind of subordinate unit."""

    id: Name
    name: Words


class Framework(Strict):
    """A framework of criteria: one complete snapshot of one decision.

    nature: `decision` (laid down by a body), `transcription` (what the sources tell of a decision), `model` (a set of
        our own, official nowhere), `example`.
    unknown: something that the sources do not tell is marked in it; it serves for audit and opens no cycle.
    missing, not_applicable: what an absent answer does wherever a criterion does not say otherwise.
    """

    format: Annotated[Literal["1"], Field(alias="schema")]
    id: Code
    title: Words
    nature: Literal["decision", "transcription", "model", "example"]
    decision: Decision | None = None
    clause: str | None = None
    in_force_from: Day | None = None
    in_force_to: Day | None = None
    replaced_by: str | None = None
    continues: str | None = None
    unknown: Flag = False
    notes: tuple[Words, ...] = ()
    blocks: Annotated[tuple[Block, ...], Field(min_length=1)]
    cases: tuple[Case, ...] = ()
    missing: Absence
    not_applicable: Absence
    round: Decimals = Field(default_factory=Decimals)
    print: Decimals
    questions: tuple[Question, ...] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]

    def walk(self) -> Iterator[Criterion]:
        """Every criterion, parents before children, in the order of the decision."""

        def below(node: Criterion) -> Iterator[Criterion]:
            yield node
            for child in node.children:
                yield from below(child)

        for root in self.criteria:
            yield from below(root)

    @cached_property
    def nodes(self) -> Mapping[str, Criterion]:
        """The criteria by code, parents before children."""
        return {node.code: node for node in self.walk()}

    @cached_property
    def parents(self) -> Mapping[str, Criterion]:
        """The parent of each criterion that has one."""
        return {child.code: node for node in self.walk() for child in node.children}

    @cached_property
    def partners(self) -> Mapping[str, str]:
        """For each criterion of an exclusive pair, the other one."""
        pairs = [(node.code, node.exclusive_with) for node in self.walk() if node.exclusive_with is not None]
        return {**dict(pairs), **{other: code for code, other in pairs}}

    @cached_property
    def block_ids(self) -> tuple[str, ...]:
        """The ids of the blocks."""
        return tuple(block.id for block in self.blocks)

    @cached_property
    def asked(self) -> Mapping[str, Question]:
        """Every question by id; a criterion whose points are given asks for them under its own code."""
        found = {question.id: question for question in self.questions}
        for node in self.walk():
            if node.given:
                found[node.code] = Question.model_construct(
                    id=node.code, name=node.name, type="number", unit=None, per=None, options=(), at_most=None,
                    least=None, most=None, not_applicable=True, applies_to=node.applies_to, evidence=node.evidence,
                    source=node.source, verifier=node.verifier, help=node.help,
                )  # fmt: skip
        return found

    @cached_property
    def maxima(self) -> Maxima:
        """The maximum of every criterion in every block."""
        return Maxima(self.criteria, self.block_ids)

    def max_of(self, code: str, block: str) -> Exact | None:
        """The greatest points of a criterion in a block; None where the sources do not tell."""
        return self.maxima.of(code, block)

    def granted_within(self, code: str, block: str) -> tuple[Exact, Exact] | None:
        """The least and the most points that may be granted; None where the sources do not tell."""
        formula, maximum = self.nodes[code].formula, self.max_of(code, block)
        least = getattr(formula, "least", None)
        most = getattr(formula, "most", None)
        most = most if most is not None else maximum
        if most is None:
            return None
        return (least if least is not None else fmpq(0)), most

    def applies(self, code: str, block: str) -> bool:
        """Whether a criterion is asked of a block: it and all above it apply."""
        return block in self._asked_of[code]

    @cached_property
    def _asked_of(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for code, node in self.nodes.items():
            parent = self.parents.get(code)
            above = found[parent.code] if parent is not None else frozenset(self.block_ids)
            found[code] = above & frozenset(node.applies_to) if node.applies_to else above
        return found

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return {}

    def kept(self, name: str, compute: Callable[[], Found]) -> Found:
        """What `compute` returns, computed once for this framework."""
        if name not in self._kept:
            self._kept[name] = compute()
        found: Found = self._kept[name]
        return found

    def classed(self, code: str, band: str | None = None) -> str | None:
        """The nearest criterion, from this one up, that has classes (with this one among them); None for none."""
        node: Criterion | None = self.nodes[code]
        while node is not None:
            if node.classes is not None and band in (None, *(each.id for each in node.classes.bands)):
                return node.code
            node = self.parents.get(node.code)
        return None

    def inherited(self, code: str, field: str) -> Any:
        """A field of a criterion, of the nearest one above it that has it, or of the framework."""
        node: Criterion | None = self.nodes[code]
        while node is not None:
            value = getattr(node, field)
            if value is not None:
                return value
            node = self.parents.get(node.code)
        return getattr(self, field)

    def level(self, code: str) -> Literal["leaf", "group", "total"]:
        """`leaf`, `group`, or `total` for a group at the root."""
        if not self.nodes[code].children:
            return "leaf"
        return "group" if code in self.parents else "total"

    def rounds_to(self, code: str) -> int | None:
        """The decimals to which a criterion's points are rounded before they count; None for not at all."""
        own = self.nodes[code].round
        found: int | None = own if own is not None else getattr(self.round, self.level(code))
        return found

    def prints(self, code: str) -> int:
        """The decimals at which a criterion's points are shown."""
        own = self.nodes[code].print
        if own is not None:
            return own
        found: int | None = getattr(self.print, self.level(code))
        return found if found is not None else 2

    def case_kinds(self, per: str | None) -> Mapping[str, Kind]:
        """The kinds of all names of an expression, within a case of `per` or at the level of the unit."""
        found: dict[str, Kind] = {}
        for id, question in self.asked.items():
            kind = _kind(question)
            outside = question.per is not None and question.per != per
            found[id] = PerCase(kind) if outside else kind
        for code in self.nodes:
            found[f"[{code}]"] = ONE
        return found

    @cached_property
    def _kinds(self) -> dict[str | None, Mapping[str, Kind]]:
        return {}

    @cached_property
    def _expressions(self) -> dict[tuple[str, str | None], Expression]:
        return {}

    def expression(self, source: str, per: str | None = None) -> Expression:
        """The typed expression of a text, parsed once; ExpressionError where it is none."""
        if (source, per) not in self._expressions:
            if per not in self._kinds:
                self._kinds[per] = self.case_kinds(per)
            self._expressions[source, per] = parse(source, self._kinds[per])
        return self._expressions[source, per]


def _kind(question: Question) -> Any:
    if question.type == "yes_no":
        return BOOLEAN
    if question.type == "choice":
        return Choice(question.id, tuple(option.id for option in question.options))
    if question.numeric:
        return measure("đồng" if question.type == "money" else question.unit)
    return Presence()
