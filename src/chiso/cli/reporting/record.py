"""Which files a folder of documents holds, so that a second run makes only what is missing.

A line for each file: its name, its digest, and the digest of what it was made from. Lines are added as files are
written; a later line takes the place of an earlier one, and a line that was cut short counts for nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from chiso.exchange.writing import write_file

RECORD = ".chiso-report.jsonl"


@dataclass
class Record:
    """The files that are known to be ours, each with its digest and that of its inputs."""

    folder: Path
    files: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Record:
        """The record of a folder; an empty one where there is none."""
        found = cls(folder)
        path = folder / RECORD
        if path.is_file():
            for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
                if told := _told(line):
                    found.files[told[0]] = told[1:]
        return found

    def holds(self, name: str, inputs: str) -> bool:
        """Whether a file is there, untouched, and made from these inputs."""
        path = self.folder / name
        digest, made_from = self.files.get(name, ("", ""))
        return made_from == inputs and path.is_file() and sha256(path.read_bytes()).hexdigest() == digest

    def begin(self) -> None:
        """Writes the record anew with the files that are still there; InputError where it cannot."""
        lines = [_line(name, *told) for name, told in self.files.items() if (self.folder / name).is_file()]
        write_file(self.folder / RECORD, "".join(lines).encode())

    def add(self, name: str, digest: str, inputs: str) -> None:
        """Notes a file that has been written."""
        self.files[name] = (digest, inputs)
        with (self.folder / RECORD).open("a", encoding="utf-8") as file:
            file.write(_line(name, digest, inputs))


def _line(name: str, digest: str, inputs: str) -> str:
    return json.dumps({"file": name, "sha256": digest, "inputs": inputs}, ensure_ascii=False) + "\n"


def _told(line: str) -> tuple[str, str, str] | None:
    try:
        found = json.loads(line)
    except ValueError:
        return None
    values = [found.get(key) for key in ("file", "sha256", "inputs")] if isinstance(found, dict) else []
    if len(values) != 3 or not all(isinstance(value, str) for value in values):
        return None
    name, digest, inputs = (str(value) for value in values)
    return (name, digest, inputs) if name == Path(name).name else None
