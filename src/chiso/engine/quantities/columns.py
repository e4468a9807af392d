"""A column of decimals, kept exactly as whole numbers over one power of ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from flint import fmpq
from numpy.typing import NDArray

from chiso.engine.quantities.arithmetic import EVERY, Integers, Rows

EXACT_FLOAT = 2**53
"""Every whole number below it in size is a float64 exactly."""


@dataclass(frozen=True)
class Decimals:
    """The numbers mantissas / 10^decimals: int64, or Python integers where they do not fit."""

    mantissas: NDArray[Any]
    decimals: int

    @classmethod
    def of(cls, parts: Sequence[tuple[int, int]]) -> Decimals:
        """The column of (mantissa, decimals) pairs, brought to their longest decimals."""
        places = max((decimals for _, decimals in parts), default=0)
        whole = [mantissa * 10 ** (places - decimals) for mantissa, decimals in parts]
        fits = all(-(2**63) <= number < 2**63 for number in whole)
        return cls(np.array(whole, dtype=np.int64 if fits else object), places)

    @cached_property
    def floats(self) -> NDArray[np.float64]:
        """The nearest floats, each within two rounding units of its number."""
        if self.mantissas.dtype == object:
            return np.array([m / 10**self.decimals for m in self.mantissas], dtype=np.float64)
        floats = self.mantissas.astype(np.float64)
        return floats / 10.0**self.decimals if self.decimals else floats

    @cached_property
    def low(self) -> float:
        """The least of the floats (0 for none)."""
        return float(self.floats.min()) if self.floats.size else 0.0

    @cached_property
    def high(self) -> float:
        """The greatest of the floats (0 for none)."""
        return float(self.floats.max()) if self.floats.size else 0.0

    @cached_property
    def whole(self) -> bool:
        """Whether the floats are these numbers exactly, being whole and small enough."""
        return self.decimals == 0 and max(abs(self.low), abs(self.high)) < EXACT_FLOAT

    def rationals(self, rows: Rows = EVERY) -> NDArray[Any]:
        """The exact rationals, of these rows where rows are given."""
        mantissas, scale = self.mantissas[rows].tolist(), 10**self.decimals
        out = np.empty(len(mantissas), dtype=object)
        out[:] = [fmpq(mantissa, scale) for mantissa in mantissas]
        return out

    def take(self, rows: Integers) -> Decimals:
        """The column of these rows."""
        return Decimals(self.mantissas[rows], self.decimals)
