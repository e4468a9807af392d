"""Which part of the form each line is, by its words, its place and the lines before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chiso.language import use
from chiso.report.form_check.lines import Line
from chiso.report.official.pdf import motto, nation

ADDRESS = "Kính gửi:"
GROUNDS = ("Căn cứ", "Theo đề nghị")
RECIPIENTS = "Nơi nhận:"

_PLACE = re.compile(r".+, ngày .+ tháng .+ năm.*")
_ANNEX = re.compile(r"Phụ lục( [IVXL]+)?")


def roles(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The lines whose part in the form is known, each with it, as `body` or `authority`."""
    end = next((place for place, line in enumerate(lines) if _ANNEX.fullmatch(line.text)), len(lines))
    foot = foot_start(lines[:end])
    for role, line in (*_text(lines[:foot]), *_foot(lines[foot:end]), *_annexes(lines[end:])):
        if role:
            yield role, line


def foot_start(lines: Sequence[Line]) -> int:
    """Where those who sign begin: at the last capitals in the right half, with the capitals beside and above them."""
    with use("vi"):
        head = {nation(), motto()}
    body = max((place for place, line in enumerate(lines) if line.text in head), default=-1) + 1
    capitals = [place >= body and line.capitals and line.text[-1] != ":" for place, line in enumerate(lines)]
    recipients = next((place for place, line in enumerate(lines) if line.text == RECIPIENTS), len(lines))
    right = [place for place, line in enumerate(lines) if capitals[place] and line.side == "right"]
    start = right[-1] if right else recipients
    while start and capitals[start - 1] and _beside(lines, capitals, start - 1):
        start -= 1
    return min(start, recipients)


def _beside(lines: Sequence[Line], capitals: Sequence[bool], place: int) -> bool:
    """Whether capitals stand in a half of the page, or between two others."""
    between = place > 0 and capitals[place - 1] and lines[place - 1].side == "left"
    return lines[place].side != "full" or between


def _text(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """The head and the body."""
    with use("vi"):
        fixed = {nation(): "nation", motto(): "motto"}
    part = "head"
    for line in lines:
        if part == "subject" and not line.bold:
            part = "preamble"
        role = fixed.get(line.text) or _by_words(line, part)
        part = _part_after(role, line, part)
        yield role, line


def _foot(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Those who sign and whom the document goes to; hints as `(Ký, ghi rõ họ tên)` are free."""
    listed = False
    for line in lines:
        if line.text == RECIPIENTS:
            listed = True
            yield "recipients", line
        elif listed and line.side != "right":
            yield "recipient", line
        elif not line.text.startswith("("):
            yield "authority" if line.capitals else "signer", line


def _annexes(lines: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    for line in lines:
        if _ANNEX.fullmatch(line.text):
            yield "annex", line
        elif line.text.startswith("(Kèm theo"):
            yield "reference", line


def _by_words(line: Line, part: str) -> str:
    """The part of a line in the form, "" where the form says nothing of it, as of headings and captions."""
    if part == "letter" and line.side == "left" and not line.text.startswith(ADDRESS):
        return "letter_subject"
    if part == "letter":
        return "addressee" if line.text.startswith(ADDRESS) else _of_head(line)
    if part == "addressees" and line.text.startswith("- "):
        return "addressee"
    if part == "addressees":
        return "ground" if line.italic or line.text.startswith(GROUNDS) else "body"
    if part == "head":
        return _of_head(line)
    if part == "subject":
        return "subject"
    if part == "preamble" and line.text.startswith(ADDRESS):
        return "addressee"
    if part == "preamble" and line.bold and line.text.isupper():
        return "banner" if line.text.endswith(":") else "decides"
    if part == "preamble" and (line.italic or line.text.startswith(GROUNDS)):
        return "ground"
    return "body" if part in ("preamble", "body") and not (line.bold or line.italic) else ""


def _of_head(line: Line) -> str:
    if line.text.startswith("Số:"):
        return "number"
    if _PLACE.fullmatch(line.text):
        return "place"
    if line.text.startswith("V/v "):
        return "letter_subject"
    if line.side == "left":
        return "issuer" if line.bold else "superior"
    return "kind" if line.side == "full" and line.text.isupper() else ""


def _part_after(role: str, line: Line, part: str) -> str:
    if part == "subject" and line.rule is not None:
        return "preamble"
    if part == "letter" and not line.text.startswith(ADDRESS):
        return part
    if role == "letter_subject":
        return "letter"
    if line.text.startswith(ADDRESS):
        return "addressees"
    after = {"kind": "subject", "banner": "body", "body": "body"}
    return after.get(role, part)
