"""What the reader of a document has to say: why it cannot be read, and what was done to read it.

Unreadable      a file that holds no table anybody could read safely
Remark          something the reader did or left undecided, with its place

The tables know neither the engine nor a language, so they hand out ids and values; who shows them finds the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from chiso.messages import Message, message

__all__ = ["Message", "Remark", "Unreadable", "message"]


@dataclass(frozen=True)
class Remark:
    """One thing that a reader of the tables should know: where it stands and what was done."""

    where: str
    what: Message

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Unreadable(Exception):
    """A file, or a part of it, that cannot be read: where, what was found, what is expected, what to do."""

    def __init__(self, where: str, found: Message, expected: Message, remedy: Message) -> None:
        self.where, self.found, self.expected, self.remedy = where, found, expected, remedy
        super().__init__(f"{where}: {found}; expected: {expected}; {remedy}")
