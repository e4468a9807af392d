"""Numbers that are exact: decimals, rationals, floats with a proved bound, and the one place that rounds."""

from chiso.engine.quantities.absent import Absent, Missing, NotApplicable
from chiso.engine.quantities.arithmetic import Arithmetic, Numbers, Unresolved
from chiso.engine.quantities.bounded import BoundedArithmetic
from chiso.engine.quantities.columns import Decimals
from chiso.engine.quantities.decimals import (
    Exact,
    decimal_text,
    exact,
    parse_decimal,
    parts_of_decimal,
    rounded,
    scaled,
)
from chiso.engine.quantities.rational import RationalArithmetic, resolved

__all__ = [
    "Absent",
    "Arithmetic",
    "BoundedArithmetic",
    "Decimals",
    "Exact",
    "Missing",
    "NotApplicable",
    "Numbers",
    "RationalArithmetic",
    "Unresolved",
    "decimal_text",
    "exact",
    "parse_decimal",
    "parts_of_decimal",
    "resolved",
    "rounded",
    "scaled",
]
