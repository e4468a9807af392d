"""The formulas of leaves: written once, over columns, for floats with bounds and for exact rationals."""

from chiso.engine.formulas.explaining import explained
from chiso.engine.formulas.extremes import Extreme, extreme_ends, extreme_source
from chiso.engine.formulas.points import Leaf, Pointed, points
from chiso.engine.formulas.scope import Columns

__all__ = ["Columns", "Extreme", "Leaf", "Pointed", "explained", "extreme_ends", "extreme_source", "points"]
