"""The greatest points of every criterion in every block, computed from the leaves up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flint import fmpq

from chiso.engine.framework.criteria import Criterion
from chiso.engine.quantities import Exact


def in_block(values: Mapping[str, Exact | str] | None, block: str) -> Exact | str | None:
    """The value for a block, or the one for all."""
    return None if values is None else values.get(block, values.get("*"))


def weight_of(node: Criterion, block: str) -> Exact:
    """A child's weight in its parent, 1 where none is written."""
    found = in_block(node.weight, block)
    return found if isinstance(found, fmpq) else fmpq(1)


def _counts(node: Criterion, block: str) -> bool:
    applies = not node.applies_to or block in node.applies_to
    return applies and node.scored and node.role == "score"


def taking_part(children: Sequence[Criterion], block: str) -> list[Criterion]:
    """The children that apply to the block and count in their parent's maximum: of an exclusive pair the one named."""
    counting = {child.code: child for child in children if _counts(child, block)}
    return [child for child in counting.values() if child.exclusive_with not in counting]


def combined(node: Criterion, block: str, children: Sequence[tuple[Criterion, Exact]]) -> Exact:
    """The maximum that a group's combination gives over the maxima of the children that take part."""
    if not children:
        return fmpq(0)
    weights = [weight_of(child, block) for child, _ in children]
    maxima = [maximum for _, maximum in children]
    weighted = sum((w * m for w, m in zip(weights, maxima, strict=True)), fmpq(0))
    if node.combine.kind in ("sum", "weighted"):
        return sum(maxima, fmpq(0)) if node.combine.kind == "sum" else weighted
    if node.combine.kind == "mean":
        return sum(maxima, fmpq(0)) / fmpq(len(maxima))
    return max(maxima)


class Maxima:
    """The maxima, as computed; a cap lowers them, and what is unknown makes everything above it unknown."""

    def __init__(self, roots: Sequence[Criterion], blocks: Sequence[str]) -> None:
        self._found: dict[tuple[str, str], Exact | None] = {}
        for block in blocks:
            for root in roots:
                self._compute(root, block)

    def of(self, code: str, block: str) -> Exact | None:
        """The maximum of a criterion in a block; None where it is unknown."""
        return self._found[code, block]

    def _compute(self, node: Criterion, block: str) -> Exact | None:
        written = in_block(node.max, block)
        if node.children:
            found = {child.code: self._compute(child, block) for child in node.children}
            parts = [(child, found[child.code]) for child in taking_part(node.children, block)]
            known = [(child, maximum) for child, maximum in parts if maximum is not None]
            value = combined(node, block, known) if len(known) == len(parts) else None
            if value is None and isinstance(written, fmpq):
                value = written
            if written == "unknown":
                value = None
        else:
            value = written if isinstance(written, fmpq) else fmpq(0) if written is None else None
        if value is not None and node.cap is not None:
            value = min(value, node.cap)
        self._found[node.code, block] = value
        return value
