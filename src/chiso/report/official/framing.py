"""What a meta.yaml tells, as the lines of a document's frame; what it does not tell, as blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from chiso.language import gettext as _
from chiso.report.official.around import Period
from chiso.report.official.days import Day, Moment
from chiso.report.official.form import HEAD, MEASURES, Frame
from chiso.report.official.lengths import line_length
from chiso.report.official.meta import Meta, Signer

OPEN = "\N{NO-BREAK SPACE}" * 5
"""Where the registry office writes a number or a day by hand."""
BLANK = "…………"
"""Where any other words are missing."""
LEADING = ("VÀ", "CỦA", "CHO", "AND", "OF", "FOR", "THE")
"""Words that begin a line of a name, and never end one."""
HEAD_ROOM = (HEAD[0] - 1) * 14400 // 254
"""The length in twentieths of a point that the name of a body has on one line."""
_PEOPLE = re.compile(r"(?i)^((?:ủy ban|hội đồng) nhân dân) (?=(?:tỉnh|thành phố|huyện|quận|thị|xã|phường|đặc khu) )")
_ROMANS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


Base: TypeAlias = Literal["decided", "grounded", "none"]
"""What a kind of document rests on: who decides with the grounds, the grounds alone, or neither."""


def frame(
    meta: Meta,
    kind: str,
    symbol: str,
    subject: str,
    *,
    addressed: bool = False,
    dated: bool = True,
    base: Base = "none",
) -> Frame:
    """The frame of a document of a kind (`QUYẾT ĐỊNH`; empty: a letter).

    symbol: that of the kind, `QĐ`, where meta tells no whole one; subject: where meta tells none; addressed: whether
    it says whom it is for, as letters always do; dated: minutes have no line of place and date; base: a decision is
    `decided`, plans, submissions and guidelines are `grounded` (Nghị định 30/2020/NĐ-CP, Phụ lục I and III).
    """
    told = meta.subject or subject
    return Frame(
        superior=lines_of(meta.superior) if meta.superior else (),
        issuer=lines_of(meta.issuer or BLANK),
        number=number_line(meta, symbol),
        place=place_line(meta.place, meta.date) if dated else "",
        kind=kind,
        subject=told if kind else _("Re: {subject}").format(subject=told),
        decides=(meta.decides or "").upper() if base == "decided" else "",
        grounds=() if base == "none" else tuple(_grounds(meta)),
        to=meta.to or (BLANK,) if addressed or not kind else (),
        recipients=tuple(_recipients(meta)),
        authority=tuple(_authority(meta.signer)),
        name=meta.signer.name or "",
    )


def blanks(meta: Meta, *needed: str, signed: bool = True, dated: bool = True) -> tuple[str, ...]:
    """The keys that are not told: number, day, issuer, place, signer, and what this kind of document needs besides.

    needed: keys, `passages.X` for a passage; signed: False where others sign than `signer`; dated: as of its frame.
    """
    told = {
        "number": meta.number,
        "date": meta.date is not None and meta.date.day is not None,
        "signer.post": meta.signer.post,
        "signer.name": meta.signer.name,
    }
    last = ("recipients", "signer.post", "signer.name") if signed else ("recipients",)
    day = ("place", "date") if dated else ()
    keys = dict.fromkeys(("issuer", "number", "symbol", *day, *needed, *last))
    return tuple(key for key in keys if not (told[key] if key in told else _told(meta, key)))


def unused(meta: Meta, around: Frame) -> tuple[str, ...]:
    """The keys that are told, and have no place in the frame of this kind of document."""
    kept = {
        "decides": not meta.decides or bool(around.decides),
        "grounds": not meta.grounds or bool(around.grounds),
        "submission": meta.submission is None or bool(around.grounds),
        "to": not meta.to or bool(around.to),
    }
    return tuple(key for key, used in kept.items() if not used)


def _told(meta: Meta, key: str) -> object:
    passage = key.removeprefix("passages.")
    return getattr(meta, key) if passage == key else meta.passages.get(passage)


def lines_of(name: str) -> tuple[str, ...]:
    """The name of a body in capitals; that of a people's committee or council in two lines, its place in the second.

    What is too long for its column is broken into lines of about one length.
    """
    lines = _PEOPLE.sub("\\1\n", name).upper().split("\n")
    return tuple(part for line in lines for part in _even(line))


def _even(line: str) -> Iterator[str]:
    """The parts of a line: as few as fit into the left column at the head, the longest as short as can be."""
    words = line.split()
    if line_length(line, MEASURES.issuer) <= HEAD_ROOM or len(words) == 1:
        yield line
        return
    count = min(-(-line_length(line, MEASURES.issuer) // HEAD_ROOM), len(words))
    places = list(range(1, len(words) - count + 2))
    places = [place for place in places if words[place - 1] not in LEADING] or places

    def ugly(place: int) -> tuple[bool, bool, int]:
        """Too long first, then a break inside a name's phrase, then the longer of both parts."""
        left = line_length(" ".join(words[:place]), MEASURES.issuer)
        right = line_length(" ".join(words[place:]), MEASURES.issuer) // (count - 1)
        return max(left, right) > HEAD_ROOM, words[place] not in LEADING, max(left, right)

    first = min(places, key=ugly)
    yield " ".join(words[:first])
    yield from _even(" ".join(words[first:]))


def number_line(meta: Meta, symbol: str) -> str:
    """`Số: 134/QĐ-UBND`, with a leading 0 below 10, or with room for the number."""
    whole = meta.symbol or f"{symbol}-{BLANK}".removeprefix("-")
    return _("No.: {number}/{symbol}").format(number=numbered(meta), symbol=whole)


def numbered(meta: Meta) -> str:
    """The number with a leading 0 below 10, or the room for it."""
    if meta.number is None:
        return OPEN
    digits = meta.number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return f"{'0' if len(digits) == 1 else ''}{meta.number}"


def place_line(place: str | None, date: Day | None) -> str:
    """`Kon Tum, ngày 27 tháng 3 năm 2018`."""
    return _("{place}, {day}").format(place=place or BLANK, day=day_words(date))


def day_words(date: Day | None) -> str:
    """`ngày 05 tháng 02 năm 2018`: a leading 0 below day 10 and month 3; room for what is not known yet."""
    if date is None:
        return _("{day}/{month}/{year}").format(day=OPEN, month=OPEN, year=OPEN)
    day = OPEN if date.day is None else f"{date.day:02d}"
    month = OPEN if date.month is None else f"{date.month:02d}" if date.month < 3 else str(date.month)
    return _("{day}/{month}/{year}").format(day=day, month=month, year=date.year)


def period_words(period: Period | None) -> str:
    """`từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 12 năm 2026`; room for both days where nothing is told."""
    start, end = (None, None) if period is None else (period.start, period.end)
    return _("from {start} to {end}").format(start=day_words(start), end=day_words(end))


def moment_words(moment: Moment | None) -> str:
    """`08 giờ 30 phút, ngày 27 tháng 3 năm 2026`, or the room for it."""
    if moment is None:
        return _("{hour}:{minute}, {day}").format(hour=OPEN, minute=OPEN, day=day_words(None))
    hour, minute = f"{moment.hour:02d}", f"{moment.minute:02d}"
    return _("{hour}:{minute}, {day}").format(hour=hour, minute=minute, day=day_words(moment.day))


def reference(meta: Meta, kind: str, symbol: str) -> str:
    """What an annex goes with: `(Kèm theo Quyết định số 134/QĐ-UBND ngày 27 tháng 3 năm 2018 của …)`."""
    whole = meta.symbol or f"{symbol}-{BLANK}".removeprefix("-")
    return _("(Enclosed with {kind} No. {number}/{symbol} of {day} of {issuer})").format(
        kind=kind, number=numbered(meta), symbol=whole, day=day_words(meta.date), issuer=meta.issuer or BLANK
    )


def annex_number(place: int, count: int) -> str:
    """`Phụ lục II`; `Phụ lục` alone where there is only one."""
    return _("Annex {number}").format(number=roman(place)) if count > 1 else _("Annex")


def roman(number: int) -> str:
    """A number from 1 on in Roman digits."""
    said = ""
    for value, digits in _ROMANS:
        while number >= value:
            said, number = said + digits, number - value
    return said


def _grounds(meta: Meta) -> Iterator[str]:
    """The grounds, then the submission; each ends with a semicolon, the last with a full stop."""
    said = [ground.rstrip(" ;,.") for ground in meta.grounds]
    if meta.submission is not None:
        paper = meta.submission
        said.append(
            _("At the proposal of {by} in Submission No. {number} of {day}").format(
                by=paper.by, number=paper.number, day=day_words(paper.date)
            )
        )
    for place, ground in enumerate(said, 1):
        yield f"{ground}{'.' if place == len(said) else ';'}"


def _recipients(meta: Meta) -> Iterator[str]:
    said = [each.strip(" -;.") for each in meta.recipients]
    for place, each in enumerate(said, 1):
        yield f"- {each}{'.' if place == len(said) else ';'}"


def _authority(signer: Signer) -> Iterator[str]:
    """The lines above the signature: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`; with Q. before an acting post."""
    for authority in signer.authority:
        yield f"{authority.form}. {authority.of.upper()}"
    post = (signer.post or BLANK).upper()
    yield f"Q. {post}" if signer.acting == "yes" else post
