"""The tree of errors, all of them for input that somebody can mend:

ChisoError
└── InputError            one or more problems, each with its place
    ├── FrameworkError    a framework file that cannot be used
    ├── ExpressionError   a formula text that does not parse or type
    ├── AnswersError      answers, units or numbers that cannot be used
    └── BundleError       a published folder that cannot be read
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chiso.messages import Message, message

__all__ = [
    "AnswersError",
    "BundleError",
    "ChisoError",
    "ExpressionError",
    "FrameworkError",
    "InputError",
    "Message",
    "Problem",
    "message",
]


@dataclass(frozen=True)
class Problem:
    """One thing wrong with an input: where it stands, what was found, what is expected, what to do."""

    where: str
    found: Message
    expected: Message
    remedy: Message

    def __str__(self) -> str:
        return f"{self.where}: {self.found}; expected: {self.expected}; {self.remedy}"


class ChisoError(Exception):
    """Anything that Chiso itself reports."""


class InputError(ChisoError):
    """Input that cannot be used, with all its problems."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class FrameworkError(InputError):
    """A framework file that cannot be used."""


class ExpressionError(InputError):
    """A formula text that does not parse, or that mixes units of measure."""


class AnswersError(InputError):
    """Answers, units or numbers that cannot be used."""


class BundleError(InputError):
    """A published folder that cannot be read."""
