"""From text to typed tree; everything that is not arithmetic over known names is refused with its column."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from flint import fmpq

from chiso.engine.errors import ExpressionError, Message, Problem, message
from chiso.engine.expressions.measures import Kind
from chiso.engine.expressions.tree import Expression, Name, Node, Number, Operation, Option
from chiso.engine.expressions.typing import FUNCTIONS, Mismatch, kind_of
from chiso.engine.quantities import parse_decimal

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

MOST_CHARACTERS = 2000
DEEPEST = 40
_BARE_NAME = re.compile(r"\[[\w.\-]+\]|[^\W\d]\w*")
_KEYWORDS = frozenset({"nếu", "thì", "khác", "hoặc", "và", "không", "if", "then", "else", "or", "and", "not"})
_ENGLISH = {
    "tổng": "sum_of",
    "số_trường_hợp": "count_of",
    "nhỏ_nhất": "min",
    "lớn_nhất": "max",
    "đã_trả_lời": "answered",
    "tỷ_lệ": "share",
}


@lru_cache(maxsize=1)
def _parser() -> Lark:
    from lark import Lark

    grammar = files("chiso.engine.expressions").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", propagate_positions=True, maybe_placeholders=False)


def _refuse(text: str, column: int, found: Message, expected: Message, remedy: Message) -> ExpressionError:
    return ExpressionError([Problem(f"{text!r}, column {column}", found, expected, remedy)])


def parse(text: str, kinds: Mapping[str, Kind]) -> Expression:
    """The typed expression of a text; `kinds` gives the kind of each question, and of each criterion as `[code]`.

    Raises ExpressionError with the column for a text that does not parse, is longer than 2,000 characters or deeper
    than 40 levels, names something unknown, or mixes units of measure.
    """
    text = text.strip()
    if len(text) > MOST_CHARACTERS or not text:
        raise _refuse(
            text[:40], 1, message("an expression of {length} characters", length=len(text)),
            message("1 to {most} characters", most=MOST_CHARACTERS),
            message("split it into several criteria"),
        )  # fmt: skip
    tree = _bare(text, kinds) or _node(_tree(text), text, kinds, 0)
    try:
        return Expression(text, tree, kind_of(tree, kinds))
    except Mismatch as mismatch:
        raise _refuse(text, 1, mismatch.found, mismatch.expected, message("mend the formula")) from None


def _bare(text: str, kinds: Mapping[str, Kind]) -> Node | None:
    """The node of a lone name, which most formulas are: it spares building the parser."""
    if _BARE_NAME.fullmatch(text) and text in kinds and text not in _KEYWORDS:
        return Name(text.strip("[]"), criterion=text.startswith("["))
    return None


def _tree(text: str) -> Tree[Token] | Token:
    from lark import UnexpectedInput

    try:
        return _parser().parse(text)
    except UnexpectedInput as unexpected:
        column = unexpected.column if unexpected.column and unexpected.column > 0 else len(text)
        raise _refuse(
            text, column, message("something that is not arithmetic over questions and criteria"),
            message("names of questions, [codes] of criteria, numbers, + - * / < <= = != >= >, and, or, not, if"),
            message("write the formula with those, and a dot as the decimal mark"),
        ) from None  # fmt: skip


def _node(tree: Tree[Token] | Token, text: str, kinds: Mapping[str, Kind], depth: int) -> Node:
    from lark import Token

    if isinstance(tree, Token) or depth > DEEPEST:
        raise _refuse(
            text, 1, message("an expression deeper than {deepest} levels", deepest=DEEPEST),
            message("at most {deepest} levels of parentheses and operators", deepest=DEEPEST),
            message("split it into several criteria"),
        )  # fmt: skip
    first = str(tree.children[0]) if isinstance(tree.children[0], Token) else ""
    column = tree.meta.column
    if tree.data in ("number", "percent"):
        return _number(first, tree.data == "percent", text, column)
    if tree.data in ("name", "code"):
        return _name(first, text, column, kinds)
    if tree.data == "option":
        return Option(first[1:-1])
    operator, operands = _operator(tree, first, text, column)
    return Operation(operator, tuple(_node(child, text, kinds, depth + 1) for child in operands))


def _operator(tree: Tree[Token], first: str, text: str, column: int) -> tuple[str, list[Any]]:
    if tree.data == "compare":
        return str(tree.children[1]), [tree.children[0], tree.children[2]]
    if tree.data != "call":
        return str(tree.data).rstrip("_"), list(tree.children)
    function = _ENGLISH.get(first, first)
    if function not in FUNCTIONS:
        raise _refuse(
            text, column, message("the function {name}", name=first),
            message("one of {names}", names=", ".join(sorted(FUNCTIONS))),
            message("an expression calls nothing else"),
        )  # fmt: skip
    return function, list(tree.children[1:])


def _number(digits: str, percent: bool, text: str, column: int) -> Number:
    value = parse_decimal(digits)
    if value is None:
        raise _refuse(
            text, column, message("the number {digits}", digits=digits[:40]),
            message("at most 18 digits before the decimal mark and 20 after it"), message("write a smaller number"),
        )  # fmt: skip
    return Number(value / fmpq(100) if percent else value, digits + "%" if percent else digits)


def _name(name: str, text: str, column: int, kinds: Mapping[str, Kind]) -> Name:
    if name not in kinds:
        close = difflib.get_close_matches(name, list(kinds), 1)
        remedy = message("did you mean {name}?", name=close[0]) if close else message("declare it among the questions")
        raise _refuse(
            text, column, message("the unknown name {name}", name=name),
            message("a question, or a criterion's code in brackets"), remedy,
        )  # fmt: skip
    return Name(name.strip("[]"), criterion=name.startswith("["))
