"""The form that lines and pages are held against, the same for both formats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chiso.report.form_check.lines import Line, Reading, Sheet
from chiso.report.form_check.parts import roles
from chiso.report.official.form import ALLOWED, PAGE

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
CAPITALS = {"nation", "superior", "issuer", "kind", "decides", "banner", "authority"}
FIRST_LINES = ((560, 575), (715, 725))
"""Indents of a first line: 1 cm or 1.27 cm, in twentieths of a point."""
LEAST_SPACE = 6 * 20
MINUTES = "BIÊN BẢN"
"""The kind that has no line of place and date (Phụ lục III, Mẫu 1.10)."""


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
    if any(role == "kind" and line.text == MINUTES for role, line in parts):
        needless.add("place")
    found += [Departure(role, "nothing", "a line") for role in needed if role not in named | needless]
    for role, line in parts:
        found += _look(role, line)
    found += _rules(parts)
    return tuple(found)


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
    if role in CAPITALS and not line.capitals:
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
