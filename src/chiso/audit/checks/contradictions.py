"""Two statements of the prose that cannot both hold: none against some, not assessed against assessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.audit.findings import Finding, Outcome
from chiso.audit.matching import words
from chiso.audit.subject import Subject
from chiso.engine.errors import message
from chiso.tables.cells import Paragraph

_NONE = re.compile(r"(?P<about>[^.;:]*?) chưa phát sinh(?! \w+ khác)", re.I)
_SOME = re.compile(r"(?P<about>[^.;:]*hồ sơ[^.;:]*)\s*:\s*(?P<count>[1-9][\d.]*)", re.I)
_COMMON = frozenset(["hồ", "sơ", "trực", "tuyến"])
_EXCLUDED = re.compile(r"không (?:tổng hợp, |khảo sát, )?đánh giá đối với (?P<list>[^.;]+)", re.I)


def check(subject: Subject) -> Iterator[Outcome]:
    """What is found of the prose against itself."""
    yield from _none(subject)
    yield from _excluded(subject)


def _none(subject: Subject) -> Iterator[Finding]:
    """`chưa phát sinh` where another paragraph counts some."""
    if not any("chưa phát sinh" in paragraph.text for paragraph in subject.prose):
        return
    some = [(paragraph, match) for paragraph in subject.prose for match in _SOME.finditer(paragraph.text)]
    for paragraph in subject.prose:
        match = _NONE.search(paragraph.text)
        if match is None or not words(match["about"]) >= _COMMON:
            continue
        for other, counted in some:
            if words(counted["about"]) >= _COMMON and other.at != paragraph.at:
                what = message(
                    "line {line} counts {count} (“{counted}”), here the text says that there are none yet (“{none}”)",
                    line=other.at.line,
                    count=counted["count"].rstrip("."),
                    counted=_end(counted["about"]),
                    none=_end(match[0]),
                )
                printed = _end(match[0])
                yield Finding("contradiction", paragraph.at, printed, counted["count"].rstrip("."), what, (), "likely")


def _excluded(subject: Subject) -> Iterator[Finding]:
    """A unit that is said not to be assessed, and of which something is assessed all the same."""
    for paragraph in subject.prose:
        match = _EXCLUDED.search(paragraph.text)
        for name in re.split(r", | và ", match["list"]) if match else ():
            for other in subject.prose:
                if other.at.line > paragraph.at.line and _assessed(other, name.strip()):
                    what = message(
                        "{unit} is said not to be assessed (line {line}), and here it is told what it has not done",
                        unit=name.strip(),
                        line=paragraph.at.line,
                    )
                    yield Finding("excluded", other.at, name.strip(), "", what, (), "possible")


def _assessed(paragraph: Paragraph, name: str) -> bool:
    return re.search(rf"\((?:[^()]*, )?{re.escape(name)}\b[^()]*\bchưa\b[^()]*\)", paragraph.text) is not None


def _end(text: str) -> str:
    """The last words of a long statement."""
    found = " ".join(text.split()[-20:])
    return found.lstrip("-, ")
