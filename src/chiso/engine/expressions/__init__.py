"""A small language for formulas and conditions: parsed once to a typed tree, evaluated over whole columns."""

from chiso.engine.expressions.measures import BOOLEAN, ONE, Choice, Kind, Measure, measure
from chiso.engine.expressions.parsing import parse
from chiso.engine.expressions.tree import Expression, Node, names_of

__all__ = [
    "BOOLEAN",
    "ONE",
    "Choice",
    "Expression",
    "Kind",
    "Measure",
    "Node",
    "measure",
    "names_of",
    "parse",
]
