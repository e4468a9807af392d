"""The units that are assessed, in the order of their register."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

import numpy as np

from chiso.engine.quantities.arithmetic import Integers

Status: TypeAlias = Literal["ranked", "listed", "excluded"]
STATUSES: tuple[Status, ...] = ("ranked", "listed", "excluded")


@dataclass(frozen=True)
class Units:
    """Parallel columns of the register.

    codes: stable ids; names; blocks: the id of each unit's block; statuses: `ranked`, `listed` (shown, not ranked) or
    `excluded` (not assessed, with the reason in its note); notes.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    blocks: tuple[str, ...]
    statuses: tuple[Status, ...]
    notes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def index(self) -> Mapping[str, int]:
        """The place of each unit by its code."""
        return {code: place for place, code in enumerate(self.codes)}

    def rows(self, block: str) -> Integers:
        """The places of a block's units that are assessed."""
        found = self._places.get(block)
        return found if found is not None else np.zeros(0, dtype=np.int64)

    @cached_property
    def _places(self) -> Mapping[str, Integers]:
        found: dict[str, list[int]] = {}
        for place, (block, status) in enumerate(zip(self.blocks, self.statuses, strict=True)):
            if status != "excluded":
                found.setdefault(block, []).append(place)
        return {block: np.array(places, dtype=np.int64) for block, places in found.items()}

    @cached_property
    def ranked(self) -> frozenset[int]:
        """The places of the units that may be ranked."""
        return frozenset(place for place, status in enumerate(self.statuses) if status == "ranked")

    def only(self, place: int) -> Units:
        """The register of one unit."""
        mine = slice(place, place + 1)
        return Units(self.codes[mine], self.names[mine], self.blocks[mine], self.statuses[mine], self.notes[mine])

    @classmethod
    def of(cls, codes: tuple[str, ...], block: str) -> Units:
        """Ranked units of one block, named by their codes."""
        ranked: Status = "ranked"
        return cls(codes, codes, (block,) * len(codes), (ranked,) * len(codes), ("",) * len(codes))
