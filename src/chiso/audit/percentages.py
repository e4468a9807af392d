"""A printed percentage against a count of a whole: the same, cut off instead of rounded, or no such share."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from chiso.audit.recomputing import text

Verdict: TypeAlias = Literal["rounded", "truncated", "wrong"]


@dataclass(frozen=True)
class Share:
    """A count of a whole, and the verdict on the percentage printed for it."""

    count: int
    whole: int
    verdict: Verdict

    @property
    def exact(self) -> Fraction:
        """The percentage itself."""
        return Fraction(100 * self.count, self.whole)


def judged(count: int, whole: int, percent: Fraction, decimals: int) -> Verdict:
    """How a percentage with its decimals follows from a count of a whole."""
    exact = Fraction(100 * count, whole)
    if Fraction(text(exact, decimals)) == percent:
        return "rounded"
    unit = 10**decimals
    return "truncated" if Fraction(exact.numerator * unit // exact.denominator, unit) == percent else "wrong"


def nearest(whole: int, percent: Fraction, decimals: int) -> Share:
    """The count of a whole that a percentage states: one rounded to it, else cut off to it, else the nearest."""
    near = min(max(int(text(percent * whole / 100, 0)), 0), whole)
    shares = [
        Share(count, whole, judged(count, whole, percent, decimals))
        for count in range(max(near - 1, 0), min(near + 1, whole) + 1)
    ]
    order = ("rounded", "truncated", "wrong")
    return min(shares, key=lambda share: (order.index(share.verdict), abs(share.exact - percent)))
