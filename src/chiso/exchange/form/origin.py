"""What a workbook was made from, as lines of its hidden sheet, with a digest that tells a damaged one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from chiso.exchange.form.content import Answered, Book, Identity, key_of

MARK = "#"
"""What the keys of the identity begin with."""


def origin_lines(book: Book, format: str) -> Iterator[tuple[str, str, str, str]]:
    """Key, version, value and note of each answer, after the identity, and the digest of all of it last."""
    lines = [(f"{MARK}format", "", format, "")]
    lines += [(f"{MARK}{name}", "", str(value), "") for name, value in asdict(book.identity).items()]
    for item in book.items:
        for case, answer in item.answers.items():
            if answer.version:
                lines.append((key_of(item.question, case), str(answer.version), answer.value, answer.note))
    yield from lines
    yield f"{MARK}digest", "", _digest(lines), ""


def identity_of(lines: Sequence[tuple[str, ...]], format: str) -> Identity | None:
    """The identity in the lines of the hidden sheet; None where they were changed, or are of another format."""
    if not lines or lines[-1][0] != f"{MARK}digest" or _digest(lines[:-1]) != lines[-1][2]:
        return None
    told = {line[0].removeprefix(MARK): line[2] for line in lines if line[0].startswith(MARK)}
    if told.get("format") != format or not told.get("revision", "").isdecimal():
        return None
    return Identity(told["cycle"], told["unit"], told["framework"], int(told["revision"]), told["language"])


def answers_of(lines: Sequence[tuple[str, ...]]) -> Mapping[str, Answered]:
    """The answers as they stood, by key."""
    return {key: Answered(value, note, int(version)) for key, version, value, note in lines if not key.startswith(MARK)}


def _digest(lines: Sequence[Sequence[str]]) -> str:
    text = "\n".join("\t".join(cell.replace("\r\n", "\n") for cell in line) for line in lines)
    return hashlib.sha256(text.encode()).hexdigest()
