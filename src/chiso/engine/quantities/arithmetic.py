"""What a formula may do with numbers, so that it is written once and runs on bounded floats and on exact rationals.

Formulas take an `Arithmetic` and `Numbers`; both ways of computing offer the same operations on whole columns:
`+ - * /`, `at_least`, `above`, `equals`, and of the arithmetic `constant`, `column`, `minimum`, `maximum`, `where`,
`total`, `sums`, `logarithm`, `root_of_product`, `rounded`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Mask: TypeAlias = NDArray[np.bool_]
Integers: TypeAlias = NDArray[np.int64]
Rows: TypeAlias = "Integers | slice"
"""Places, or a run of them."""
EVERY = slice(None)
Numbers: TypeAlias = Any
"""A column of numbers: `Bounded` or `Rational`, never both in one computation."""
Arithmetic: TypeAlias = Any
"""`BoundedArithmetic` or `RationalArithmetic`."""


class Unresolved(ArithmeticError):
    """A comparison or a rounding of irrational numbers that needs more digits."""
