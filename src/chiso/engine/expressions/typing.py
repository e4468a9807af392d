"""The kind of every part of an expression: units of measure are carried through and may not be mixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chiso.engine.errors import Message, message
from chiso.engine.expressions.measures import BOOLEAN, ONE, Boolean, Choice, Kind, Measure, PerCase, Presence
from chiso.engine.expressions.tree import Name, Node, Number, Operation, Option, names_of

FUNCTIONS = frozenset({"min", "max", "abs", "answered", "sum_of", "count_of", "share"})
"""What an expression may call: `share([code])` is a criterion's points over its maximum."""
_COMPARISONS = frozenset({"<", "<=", ">", ">=", "=", "!="})


def said(kind: Kind) -> Message | str:
    """A kind as a message names it: a unit of measure or the options of a choice as they are, the rest in words."""
    if isinstance(kind, PerCase):
        return message("cases of {kind}", kind=said(kind.of))
    if isinstance(kind, Boolean):
        return message("condition")
    return message("text") if isinstance(kind, Presence) else str(kind)


class Mismatch(Exception):
    """Kinds that do not go together: what was found, what is expected."""

    def __init__(self, found: Message, expected: Message) -> None:
        self.found, self.expected = found, expected
        super().__init__(str(found))


def kind_of(node: Node, kinds: Mapping[str, Kind]) -> Kind:
    """The kind of a node's value; Mismatch where its parts do not go together."""
    if isinstance(node, Number):
        return ONE
    if isinstance(node, Name):
        return kinds[f"[{node.name}]" if node.criterion else node.name]
    if isinstance(node, Option):
        raise Mismatch(message("the option '{text}' alone", text=node.text), message("question = 'option'"))
    if node.operator in ("=", "!=") and any(isinstance(operand, Option) for operand in node.operands):
        return _option(node, kinds)
    if node.operator in FUNCTIONS:
        return _called(node, kinds)
    return _operated(node, [kind_of(operand, kinds) for operand in node.operands])


def _option(node: Operation, kinds: Mapping[str, Kind]) -> Kind:
    question, option = node.operands
    kind = kinds.get(question.name) if isinstance(question, Name) and not question.criterion else None
    kind = kind.of if isinstance(kind, PerCase) else kind
    if not isinstance(option, Option) or not isinstance(kind, Choice):
        raise Mismatch(message("an option compared with something else"), message("question = 'option'"))
    if option.text not in kind.options:
        raise Mismatch(
            message("the option '{text}'", text=option.text),
            message("one of {options}", options=", ".join(kind.options)),
        )
    return BOOLEAN


def _called(node: Operation, kinds: Mapping[str, Kind]) -> Kind:
    found = [kind_of(operand, kinds) for operand in node.operands]
    only = node.operands[0] if len(node.operands) == 1 else None
    if node.operator in ("answered", "share", "sum_of", "count_of"):
        if not isinstance(only, Name) or (node.operator == "share") != only.criterion:
            raise Mismatch(
                message("{name}() of something else", name=node.operator),
                message("{name}() of one question, share() of one criterion", name=node.operator),
            )
        return _of_name(node.operator, found[0])
    if not found or (node.operator == "abs" and len(found) != 1):
        raise Mismatch(message("{name}() of nothing", name=node.operator), message("numbers"))
    return _same(node, [_number(kind) for kind in found])


def _of_name(function: str, kind: Kind) -> Kind:
    per_case = isinstance(kind, PerCase)
    if function == "share":
        return ONE
    if function == "answered":
        if not per_case:
            return BOOLEAN
        raise Mismatch(message("answered() of {kind}", kind=said(kind)), message("a question asked once"))
    if function == "count_of" and per_case:
        return ONE
    if isinstance(kind, PerCase) and isinstance(kind.of, Measure):
        return kind.of
    if function == "count_of":
        raise Mismatch(message("count_of() of {kind}", kind=said(kind)), message("a question asked per case"))
    raise Mismatch(message("sum_of() of {kind}", kind=said(kind)), message("a numeric question asked per case"))


def _operated(node: Operation, found: Sequence[Kind]) -> Kind:
    operator = node.operator
    if operator in ("and", "or", "not"):
        for kind in found:
            _condition(kind)
        return BOOLEAN
    if operator == "if":
        _condition(found[0])
        if found[1] == found[2] == BOOLEAN:
            return BOOLEAN
        return _same(Operation("if", node.operands[1:]), [_number(kind) for kind in found[1:]])
    if operator in _COMPARISONS:
        _same(node, [_number(kind) for kind in found])
        return BOOLEAN
    numbers = [_number(kind) for kind in found]
    if operator in ("multiply", "divide"):
        return numbers[0].times(numbers[1], 1 if operator == "multiply" else -1)
    return numbers[0] if operator == "negative" else _same(node, numbers)


def _number(kind: Kind) -> Measure:
    if isinstance(kind, Measure):
        return kind
    raise Mismatch(message("{kind} where a number stands", kind=said(kind)), message("a number"))


def _condition(kind: Kind) -> Boolean:
    if isinstance(kind, Boolean):
        return kind
    raise Mismatch(message("{kind} where a condition stands", kind=said(kind)), message("a condition, as a >= b"))


def _same(node: Operation, measures: Sequence[Measure]) -> Measure:
    """The common measure; a number written out goes with any, since a limit is written without its unit."""
    written = [next(names_of(operand), None) is None for operand in node.operands]
    named = {measure for measure, free in zip(measures, written, strict=True) if not (free and measure == ONE)}
    if len(named) > 1:
        names = " and ".join(sorted(map(str, named)))
        raise Mismatch(
            message("{operator} of {measures}", operator=node.operator, measures=names),
            message("numbers with the same unit of measure"),
        )
    return named.pop() if named else ONE
