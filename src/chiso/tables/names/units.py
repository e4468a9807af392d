"""Units as a register holds them: what they are, when they were, and who came after whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal[
    "bo",
    "co-quan-ngang-bo",
    "co-quan-thuoc-chinh-phu",
    "tinh",
    "thanh-pho-truc-thuoc-tw",
    "so-ban-nganh",
    "quan",
    "huyen",
    "thi-xa",
    "thanh-pho-thuoc-tinh",
    "xa",
    "phuong",
    "thi-tran",
    "dac-khu",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

# What stands before the name of a place: the name in a register is `Sa Thầy`, in print `huyện Sa Thầy`.
PLACES: dict[Kind, str] = {
    "tinh": "tỉnh",
    "thanh-pho-truc-thuoc-tw": "thành phố",
    "quan": "quận",
    "huyen": "huyện",
    "thi-xa": "thị xã",
    "thanh-pho-thuoc-tinh": "thành phố",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
    "dac-khu": "đặc khu",
}

# merged: several made one; absorbed: joined to one that went on; raised: the whole became a unit of a higher kind;
# renamed; split: one made several; part: tasks were handed over, not the unit.
How: TypeAlias = Literal["merged", "absorbed", "raised", "renamed", "split", "part"]
HOWS: tuple[How, ...] = get_args(How)


@dataclass(frozen=True)
class Unit:
    """One agency or place, for as long as it was one.

    code: the stable id; `chiso-…` says that it is ours and official nowhere.
    name: without the word of its kind, where that is a place.
    parent: the code of the unit above it, or empty.
    valid_from, valid_to: its first and its last day; None where the register does not tell, or it still is.
    official, official_source: a code given by an authority, and the decision that gives it; or both empty.
    source: the document that names the unit.
    """

    code: str
    kind: Kind
    name: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    official: str = ""
    official_source: str = ""
    source: str = ""

    @property
    def title(self) -> str:
        """The name as it is printed, with the word of its kind: `tỉnh Kon Tum`, `Sở Y tế`."""
        return f"{PLACES[self.kind]} {self.name}" if self.kind in PLACES else self.name

    def was(self, on: date | None) -> bool:
        """Whether the unit itself existed on that day; on None, any day."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class Succession:
    """One unit carried on by another from a day on, and the document that says so."""

    unit: str
    successor: str
    on: date
    how: How
    source: str = ""
