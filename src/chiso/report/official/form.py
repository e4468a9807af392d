"""The parts of an official document as data, and the measures that they are set in.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from chiso.report.document import Table
from chiso.report.figures import Figure


@dataclass(frozen=True)
class Measures:
    """Lengths in millimetres and sizes in points, each within what Phụ lục I allows (`ALLOWED`)."""

    top: int = 20
    bottom: int = 20
    left: int = 30
    right: int = 20
    nation: int = 12
    motto: int = 13
    superior: int = 12
    issuer: int = 12
    number: int = 13
    place: int = 13
    kind: int = 14
    subject: int = 14
    ground: int = 14
    body: int = 14
    indent: int = 10
    between: int = 6
    signer: int = 14
    recipients: int = 12
    recipient: int = 11
    page: int = 13
    annex: int = 14
    letter_subject: int = 12
    table: int = 11
    caption: int = 13
    note: int = 10
    sign: int = 30


MEASURES = Measures()
ALLOWED = {
    "top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20),
    "nation": (12, 13), "motto": (13, 14), "superior": (12, 13), "issuer": (12, 13), "number": (13, 13),
    "place": (13, 14), "kind": (13, 14), "subject": (13, 14), "ground": (13, 14), "body": (13, 14),
    "signer": (13, 14), "recipients": (12, 12), "recipient": (11, 11), "page": (13, 14), "annex": (13, 14),
    "letter_subject": (12, 13),
}  # fmt: skip
"""The least and the greatest measure of each part."""
PAGE = (210, 297)
"""Width and height of A4 in millimetres."""
HEAD = (71, 89)
"""The widths in millimetres of the two columns at the head: whose document it is, and the country's name."""


DASH = "-"
"""What an item of a list begins with."""


@dataclass(frozen=True)
class Run:
    """A stretch of text, and the footnote at its end."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; lead: the bold words that it begins with, as `Điều 1.`.

    kind: a `remark` is set in italics; an `item` of a list begins with a dash, which is not part of its runs.
    """

    runs: tuple[Run, ...]
    lead: str = ""
    kind: Literal["body", "remark", "item"] = "body"

    @property
    def text(self) -> str:
        """Its words without the footnotes."""
        said = "".join(run.text for run in self.runs)
        dash = f"{DASH} " if self.kind == "item" else ""
        return f"{dash}{self.lead} {said}" if self.lead else f"{dash}{said}"


@dataclass(frozen=True)
class Heading:
    """The title of a section, or of one inside it (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Banner:
    """A bold line in the middle, as `QUYẾT ĐỊNH:`."""

    text: str


@dataclass(frozen=True)
class Dots:
    """Dotted lines to be filled in by hand, the first one after its text."""

    text: str
    lines: int = 1


@dataclass(frozen=True)
class Side:
    """Who signs on one side: `ĐẠI DIỆN ĐOÀN KIỂM TRA`, below it the post, and `(Ký, ghi rõ họ tên)` as the hint."""

    title: str
    post: str = ""
    name: str = ""
    hint: str = ""

    @property
    def text(self) -> str:
        """Its lines in one."""
        return " ".join(each for each in (self.title, self.post, self.hint, self.name) if each)


@dataclass(frozen=True)
class Signatures:
    """Those who sign at the end of a form, side by side; place: the line of place and date above the last of them."""

    sides: tuple[Side, ...]
    place: str = ""

    @property
    def text(self) -> str:
        """Its lines in one."""
        return "; ".join(each for each in (self.place, *(side.text for side in self.sides)) if each)


Block: TypeAlias = Paragraph | Heading | Banner | Dots | Signatures | Table | Figure


@dataclass(frozen=True)
class Frame:
    """What stands around the body, every line as it is printed.

    kind: empty in a letter, whose subject then stands below the number; authority: the lines above the signer's name;
    decides: who decides, above the grounds; sides: where several sign, all of them, in place of authority and name.
    """

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place: str
    kind: str
    subject: str
    decides: str
    grounds: tuple[str, ...]
    to: tuple[str, ...]
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    name: str
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True)
class Annex:
    """An annex; number: `Phụ lục I`, or `Phụ lục` where there is one; reference: what it goes with."""

    number: str
    title: str
    reference: str
    blocks: tuple[Block, ...]

    @property
    def wide(self) -> bool:
        """Whether its tables need pages that lie on their side."""
        return any(isinstance(block, Table) and len(block.columns) > UPRIGHT for block in self.blocks)


UPRIGHT = 7
"""The most columns of a table on an upright page."""


@dataclass(frozen=True)
class Official:
    """A whole official document in one language.

    blanks: what was not told and stands blank, as the keys of meta.yaml; contents: whether its headings are listed
    first; lists: whether its tables and its figures are listed next.
    """

    language: str
    title: str
    frame: Frame
    body: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()
    blanks: tuple[str, ...] = ()
    contents: bool = False
    lists: bool = False

    def blocks(self) -> Iterator[Block]:
        """Its blocks in order, those of the annexes last."""
        yield from self.body
        for annex in self.annexes:
            yield from annex.blocks

    def tables(self) -> Iterator[Table]:
        """Its tables in order."""
        return (block for block in self.blocks() if isinstance(block, Table))

    def figures(self) -> Iterator[Figure]:
        """Its charts and maps in order."""
        return (block for block in self.blocks() if isinstance(block, Figure))
