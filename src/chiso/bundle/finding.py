"""What is wrong with a published folder: results of a check, not errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from chiso.bundle.manifest import Manifest
from chiso.engine.errors import Problem

Kind: TypeAlias = Literal[
    "missing_file", "extra_file", "digest", "line", "removed_lines", "cell", "missing_row", "extra_row", "form",
    "key", "signature", "unreadable",
]  # fmt: skip
Trust: TypeAlias = Literal["none", "valid", "untrusted", "broken"]


@dataclass(frozen=True)
class Finding:
    """One thing that does not hold.

    kind: `missing_file`, `extra_file`; `digest`: the file's bytes are not the published ones; `line`: this line was
    changed or added; `removed_lines`: lines are gone from here; `cell`: recomputing gives another value;
    `missing_row`, `extra_row`: recomputing gives a row that is not there, or not one that is; `form`: the same cells
    written otherwise; `key`: of the manifest; `signature`; `unreadable`: with the problem.
    line: from 1; row: the columns that name the row, with their cells; found and expected: texts, "" where not known.
    """

    kind: Kind
    file: str
    line: int | None = None
    row: Mapping[str, str] = field(default_factory=dict)
    column: str = ""
    found: str = ""
    expected: str = ""
    problem: Problem | None = None


@dataclass(frozen=True)
class Verification:
    """What a check of a published folder found.

    signature: `valid` (made with the key that the reader gave), `untrusted` (whole, but no key was given to trust),
    `broken`, or `none`; recomputed: how many scores were computed again.
    """

    manifest: Manifest
    findings: tuple[Finding, ...]
    signature: Trust
    recomputed: int

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.findings
