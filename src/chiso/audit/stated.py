"""What the prose states of how many units there are, and the shares `k/N` it counts among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chiso.audit.subject import Subject
from chiso.tables.cells import Address

_COUNTED = re.compile(r"(?<![\w/.,])0?(\d{1,4}) (?=(?P<noun>[^\W\d_][^\d.;:()]*))")
_OF = re.compile(
    r"(?<![\w/.,])(\d{1,4})/(\d{1,4})(?![\w/]|[.,]\d)(?: ?\((?P<share>\d+(?:[.,]\d+)?) ?%\))?\)?(?P<noun>[^\d.;:(]*)"
)

_ABOUT = re.compile(r"khảo sát|đánh giá|xếp hạng|số liệu", re.I)

KINDS = {
    "sở": re.compile(r"sở,? ban,? ngành", re.I),
    "huyện": re.compile(r"(?:các )?(?:quận,? )?(?:ubnd (?:các )?)?(?:cấp )?huyện|cơ quan cấp huyện", re.I),
    "tỉnh": re.compile(r"tỉnh,? thành phố", re.I),
    "bộ": re.compile(r"bộ,? cơ quan ngang bộ", re.I),
    "cơ quan": re.compile(r"cơ quan(?! cấp huyện| ngang bộ| thuộc chính phủ)", re.I),
}
"""Kinds of units by the words that begin their name; `cơ quan` is any of them, so it comes last."""


@dataclass(frozen=True)
class Whole:
    """How many units of a kind the prose says there are, for which year (empty where it says none), and where."""

    kind: str
    count: int
    year: str
    at: Address


@dataclass(frozen=True)
class Of:
    """A share `k/N` in the prose: of what kind of units (empty where not told), with its percentage as printed."""

    count: int
    whole: int
    kind: str
    share: str
    text: str
    at: Address


def kind_of(text: str) -> str:
    """The kind of units that a text begins with; empty for none."""
    return next((kind for kind, words in KINDS.items() if words.match(text.strip())), "")


def wholes(subject: Subject) -> Iterator[Whole]:
    """The numbers of units of each kind, the first statement of each."""
    seen: set[str] = set()
    for paragraph in subject.prose:
        if not _ABOUT.search(paragraph.text):
            continue
        counted = [(int(m[1]), kind_of(m["noun"])) for m in _COUNTED.finditer(paragraph.text)]
        agreed = [(of.whole, of.kind) for of in shares_in(paragraph.text, paragraph.at) if of.count == of.whole]
        for count, kind in (*counted, *agreed):
            if kind and kind not in seen and count > 2:
                seen.add(kind)
                yield Whole(kind, count, subject.year, paragraph.at)


def shares(subject: Subject) -> Iterator[Of]:
    """The shares `k/N` in the prose, those of rank numbers left out."""
    for paragraph in subject.prose:
        yield from shares_in(paragraph.text, paragraph.at)


def shares_in(text: str, at: Address) -> Iterator[Of]:
    """The shares `k/N` of a text; dates and the numbers of documents have more parts or letters, and ranks a word."""
    for match in _OF.finditer(text):
        if text[: match.start()].rstrip().lower().endswith(("hạng", "ngày", "số", "tháng")):
            continue
        yield Of(int(match[1]), int(match[2]), kind_of(match["noun"]), match["share"] or "", match[0].strip(), at)
