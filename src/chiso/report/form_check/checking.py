"""The form that lines and pages are held against, the same for both formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chiso.language import use
from chiso.report.form_check.lines import Line, Reading, Sheet
from chiso.report.official.form import ALLOWED, PAGE
from chiso.report.official.pdf import motto, nation

FONTS = ("TimesNewRoman", "LiberationSerif", "Tinos")
NEAR = 0.26
"""Points by which a size may differ: formats keep halves."""
RULES = {"motto": (0.93, 1.07), "issuer": (0.32, 0.51), "subject": (0.02, 0.51)}
"""The shares that a rule may have of its line; a subject of several lines has its rule below the last, shorter one."""
BOLD = {"nation", "motto", "issuer", "kind", "subject", "decides", "banner", "recipients", "authority", "annex"}
ITALIC = {"place", "ground", "recipients", "reference"}
SIZES = {
    **{role: ALLOWED[role] for role in ("nation", "motto", "superior", "issuer", "number", "place", "kind", "subject")},
    **{role: ALLOWED[role] for role in ("letter_subject", "ground", "body", "recipients", "recipient", "annex")},
    **dict.fromkeys(("authority", "signer"), ALLOWED["signer"]),
    **dict.fromkeys(("addressee", "decides", "banner", "reference"), ALLOWED["body"]),
}
ADDRESS = "Kính gửi:"
GROUNDS = ("Căn cứ", "Theo đề nghị")
CAPITALS = {"nation", "superior", "issuer", "kind", "decides", "banner", "authority"}
FIRST_LINES = ((560, 575), (715, 725))
"""Indents of a first line: 1 cm or 1.27 cm, in twentieths of a point."""
LEAST_SPACE = 6 * 20

_PLACE = re.compile(r".+, ngày .+ tháng .+ năm.*")
_ANNEX = re.compile(r"Phụ lục( [IVXL]+)?")


@dataclass(frozen=True)
class Departure:
    """One thing that is not as the decree asks: in which part, what was found, what is expected."""

    part: str
    found: str
    expected: str


def departures(reading: Reading) -> tuple[Departure, ...]:
    """Everything in which a document departs from the form."""
    found = [each for sheet in reading.sheets for each in _sheet(sheet)]
    parts = list(roles(reading.lines))
    named = {role for role, _ in parts}
    needed = ("nation", "motto", "issuer", "number", "place", "kind", "subject", "authority")
    needless = {"kind", "subject"} if "letter_subject" in named else set()
    found += [Departure(role, "nothing", "a line") for role in needed if role not in named | needless]
    for role, line in parts:
        found += _look(role, line)
    found += _rules(parts)
    return tuple(found)


def roles(lines: tuple[Line, ...]) -> Iterator[tuple[str, Line]]:
    """The lines whose part in the form is known by their words, their place and the lines before them."""
    with use("vi"):
        fixed = {nation(): "nation", motto(): "motto", "Nơi nhận:": "recipients"}
    part = "head"
    for line in lines:
        if part == "subject" and not line.bold:
            part = "preamble"
        role = fixed.get(line.text) or _by_words(line, part)
        part = _part_after(role, line, part)
        if role:
            yield role, line


def _by_words(line: Line, part: str) -> str:
    """The part of a line in the form, "" where the form says nothing of it, as of headings and captions."""
    if _ANNEX.fullmatch(line.text):
        return "annex"
    if line.text.startswith("(Kèm theo"):
        return "reference"
    if part == "letter" and line.side == "left" and not line.text.startswith(ADDRESS):
        return "letter_subject"
    if part == "letter":
        return "addressee" if line.text.startswith(ADDRESS) else _of_head(line)
    if part == "addressees":
        return "addressee" if line.text.startswith("- ") else "body"
    if part in ("head", "foot"):
        return _of_head(line) if part == "head" else _of_foot(line)
    if part == "subject":
        return "subject"
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


def _of_foot(line: Line) -> str:
    if line.side == "left":
        return "recipient"
    return "authority" if line.text.isupper() else "signer"


def _part_after(role: str, line: Line, part: str) -> str:
    if part == "subject" and line.rule is not None:
        return "preamble"
    if part in ("preamble", "body") and line.side == "right":
        return "foot"
    if part == "letter" and not line.text.startswith(ADDRESS):
        return part
    if role == "letter_subject":
        return "letter"
    if line.text.startswith(ADDRESS):
        return "addressees"
    after = {"kind": "subject", "banner": "body", "body": "body", "recipients": "foot", "annex": "annex"}
    return after.get(role, part)


def _look(role: str, line: Line) -> Iterator[Departure]:
    """What is wrong with the look of one line."""
    least, most = SIZES.get(role, (0, 1000))
    said = f"{role} “{line.text[:40]}”"
    if not least - NEAR < line.size < most + NEAR:
        yield Departure(said, f"size {line.size}", f"size {least} to {most}")
    if line.font.replace(" ", "").partition("-")[0] not in FONTS:
        yield Departure(said, f"font {line.font}", "Times New Roman or a font of its widths")
    if not line.black:
        yield Departure(said, "a colour", "black")
    if role != "body" and line.bold != (role in BOLD or role == "signer"):
        yield Departure(said, "bold" if line.bold else "not bold", "not bold" if line.bold else "bold")
    if role != "body" and line.italic != (role in ITALIC):
        yield Departure(said, "italic" if line.italic else "upright", "upright" if line.italic else "italic")
    if role in CAPITALS and not line.text.isupper():
        yield Departure(said, "small letters", "capitals")
    if role in ("body", "ground") and line.align:
        yield from _paragraph(said, line)


def _paragraph(said: str, line: Line) -> Iterator[Departure]:
    if line.align != "both":
        yield Departure(said, f"aligned {line.align}", "justified")
    if line.indent is not None and not any(least <= line.indent <= most for least, most in FIRST_LINES):
        yield Departure(said, f"a first line at {line.indent} twentieths of a point", "1 cm or 1,27 cm")
    if line.space is not None and line.space < LEAST_SPACE:
        yield Departure(said, f"{line.space} twentieths of a point to the next paragraph", "at least 6 points")


def _rules(parts: list[tuple[str, Line]]) -> Iterator[Departure]:
    """The rules that are missing, too long or too short below the last line of their part."""
    for role, (least, most) in RULES.items():
        lines = [line for each, line in parts if each == role]
        if lines and lines[-1].rule is None:
            yield Departure(role, "no rule below", "a rule")
        elif lines and lines[-1].rule is not None:
            # The rule is a share of the longest line, which may not be the last one.
            share = lines[-1].rule * len(lines[-1].text) / max(len(line.text) for line in lines)
            if not least - 0.05 < share < most + 0.05:
                yield Departure(role, "a rule of another length", f"{least} to {most} of the line")


def _sheet(sheet: Sheet) -> Iterator[Departure]:
    if sheet.size not in (PAGE, PAGE[::-1]):
        yield Departure("page", f"{sheet.size[0]} × {sheet.size[1]} mm", "A4")
    for name, margin in zip(("top", "bottom", "left", "right"), sheet.margins, strict=True):
        least, most = ALLOWED[name]
        if not least <= margin <= most:
            yield Departure(f"{name} margin", f"{margin} mm", f"{least} to {most} mm")
    if sheet.first:
        yield Departure("page number", "one on the first page", "none there")
    least, most = ALLOWED["page"]
    if sheet.numbers is not None and not least - NEAR < sheet.numbers < most + NEAR:
        yield Departure("page number", f"size {sheet.numbers}", f"size {least} to {most}")
    if not sheet.centred:
        yield Departure("page number", "another place", "the middle of the top margin")
