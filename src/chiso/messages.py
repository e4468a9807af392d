"""What a sentence says before anybody puts it into a language: an English id and the values of its places."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Message:
    """An English message id with the values of its places, put into words (and into Vietnamese) by who shows it."""

    id: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.id.format(**self.values) if self.values else self.id


def message(id: str, /, **values: object) -> Message:
    """The message of an English id; its first argument is collected for the catalogues."""
    return Message(id, values)
