"""The typed tree of an expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from flint import fmpq

from chiso.engine.expressions.measures import Kind


@dataclass(frozen=True)
class Number:
    """A number written in the expression."""

    value: fmpq
    text: str


@dataclass(frozen=True)
class Name:
    """A question, or a criterion written in brackets."""

    name: str
    criterion: bool = False


@dataclass(frozen=True)
class Option:
    """An option of a choice, written in quotation marks."""

    text: str


@dataclass(frozen=True)
class Operation:
    """An operator or a function with its operands: + - * / negative < <= > >= = != and or not if min max …"""

    operator: str
    operands: tuple[Node, ...]


Node: TypeAlias = Number | Name | Option | Operation


@dataclass(frozen=True)
class Expression:
    """A parsed and typed expression: its text, its tree and the kind of its value."""

    text: str
    tree: Node
    kind: Kind


def names_of(node: Node) -> Iterator[Name]:
    """The questions and criteria that a tree mentions, in order, with repetitions."""
    if isinstance(node, Name):
        yield node
    elif isinstance(node, Operation):
        for operand in node.operands:
            yield from names_of(operand)
