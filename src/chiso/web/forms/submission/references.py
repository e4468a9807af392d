"""A document by its reference: the four parts that people type, and the one text that an answer keeps."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

MARK = "; "


@dataclass(frozen=True)
class Reference:
    """Number and symbol as `26/KH-UBND`, the day of issue, who issued it, and its subject."""

    number: str = ""
    day: str = ""
    issuer: str = ""
    subject: str = ""

    @property
    def text(self) -> str:
        """`26/KH-UBND; 2026-03-18; issuer; subject`, empty where nothing was typed."""
        first = [part.replace(";", ",").strip() for part in (self.number, iso(self.day), self.issuer)]
        parts = [*first, " ".join(self.subject.split())]
        return MARK.join(parts).strip() if any(parts) else ""

    @property
    def said(self) -> str:
        """The reference as a reader of Vietnamese documents writes it."""
        return ", ".join(part for part in (self.number, local(self.day), self.issuer, self.subject) if part)

    def kept(self) -> dict[str, str]:
        """The parts by name, the day as 2026-03-18."""
        return {**asdict(self), "day": iso(self.day)}


def reference(text: str) -> Reference:
    """The parts of an answer's text; a text of another shape is the subject alone."""
    parts = [part.strip() for part in text.split(";", 3)]
    if len(parts) < 4:
        return Reference(subject=text.strip())
    number, day, issuer, subject = parts
    return Reference(number, local(day), issuer, subject)


def iso(text: str) -> str:
    """A day as 2026-03-18, from 18/03/2026 too; any other text without what separates the parts."""
    parts = text.replace(".", "/").replace("-", "/").strip().split("/")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        numbers = [int(part) for part in parts]
        year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            pass
    return text.replace(";", ",").strip()


def local(text: str) -> str:
    """A day as 18/03/2026; any other text as it is."""
    try:
        return date.fromisoformat(text).strftime("%d/%m/%Y")
    except ValueError:
        return text
