"""Catalogue files: read, written and compiled the same on any day; which words a module calls its translators by."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.house.sources import tree

Keywords = Mapping[str, Any]
"""How Babel finds messages: the called name, and which of its arguments are ids (None: the first)."""

SPECS: Keywords = {
    "gettext": None,
    "gettext_lazy": None,
    "marked": None,
    "message": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}


def empty() -> Catalog:
    """A catalogue of Vietnamese without a message."""
    return Catalog(locale="vi", fuzzy=False)


@cache
def called(path: Path, sources: tuple[str, ...]) -> Keywords:
    """What one module calls the translators that it imports from `sources`: `gettext_lazy as _` is `_`."""
    imported = [
        alias
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module in sources
        for alias in node.names
    ]
    return {alias.asname or alias.name: SPECS[alias.name] for alias in imported if alias.name in SPECS}


def sentences(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def forms(message: Message) -> list[str]:
    """The Vietnamese sentences of a message: one, since the language has one plural form."""
    return [message.string] if isinstance(message.string, str) else [str(form or "") for form in message.string or [""]]


def untranslated(catalogue: Catalog) -> list[str]:
    """The ids that have no Vietnamese sentence of their own, or one that somebody still has to look at."""
    return [str(message.id) for message in sentences(catalogue) if message.fuzzy or not all(forms(message))]


def ids(message: Message) -> list[str]:
    """The English sentences of a message: one, or one for each number."""
    return [message.id] if isinstance(message.id, str) else list(message.id)


@dataclass(frozen=True)
class Book:
    """A catalogue in its files. header: the first lines of the text file, without date or tool."""

    text: Path
    header: str

    @property
    def binary(self) -> Path:
        """The compiled file."""
        return self.text.with_suffix(".mo")

    def kept(self) -> Catalog:
        """The catalogue as it stands in its file; an empty one where there is no file."""
        if not self.text.exists():
            return empty()
        with self.text.open("rb") as file:
            return read_po(file, locale="vi", abort_invalid=True)

    def written(self, catalogue: Catalog) -> bytes:
        """The text of the file: sorted by the files the messages stand in, the obsolete ones gone."""
        text = BytesIO()
        write_po(
            text, catalogue, width=110, omit_header=True, sort_by_file=True, include_lineno=False, ignore_obsolete=True
        )
        return self.header.encode() + text.getvalue()

    def brought_in_step(self, found: Catalog) -> Iterable[str]:
        """Writes both files with the messages that were found; the ids that are left to translate."""
        catalogue = self.kept()
        catalogue.update(found, no_fuzzy_matching=True)
        self.text.parent.mkdir(parents=True, exist_ok=True)
        self.text.write_bytes(self.written(catalogue))
        self.binary.write_bytes(compiled(self.kept()))
        return untranslated(catalogue)


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of the compiled catalogue, the same on any day."""
    catalogue.creation_date = catalogue.revision_date = datetime.fromtimestamp(0, UTC)
    binary = BytesIO()
    write_mo(binary, catalogue)
    return binary.getvalue()


def header(*lines: str) -> str:
    """The first lines of a catalogue file, without a date or a tool's version."""
    fields = (
        "Language: vi",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "Plural-Forms: nplurals=1; plural=0;",
    )
    said = "".join(f"# {line}\n" for line in lines)
    return said + 'msgid ""\nmsgstr ""\n' + "".join(f'"{field}\\n"\n' for field in fields) + "\n"
