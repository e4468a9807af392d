"""`chiso audit`: a published result against its own rules."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.complaints import say
from chiso.cli.output import Mark
from chiso.language import marked

if TYPE_CHECKING:
    from chiso.audit import Audit
    from chiso.engine.framework import Framework
    from chiso.tables.cells import Document

HELP = marked(
    "Hold a published result against its own rules. Reads the tables and the text of a file, and says what contradicts "
    "itself, what holds, what cannot be checked, and which rules the tables follow. Exit code 1 where something was "
    "found."
)
FOUND = 1


class Format(StrEnum):
    """How an audit is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


def audit(
    file: Annotated[
        Path,
        typer.Argument(help=marked("A report, a decision, a page or a workbook: DOCX, PDF, HTML, XLSX, CSV, text.")),
    ],
    framework: Annotated[
        str | None, typer.Option(help=marked("The framework that the tables follow: a shipped id, or a file."))
    ] = None,
    earlier: Annotated[
        Path | None, typer.Option(help=marked("A file on the time before, to hold ranks and changes against."))
    ] = None,
    decimal: Annotated[
        Mark | None,
        typer.Option(help=marked("The mark before decimals, where the file does not tell it."), show_default=False),
    ] = None,
    format: Annotated[Format, typer.Option(help=marked("How the audit is written."))] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help=marked("A file for the audit; standard output where none is given.")),
    ] = None,
) -> int:  # fmt: skip
    """0 where nothing was found, 1 where something was."""
    from chiso.audit import audit as audited
    from chiso.cli.documents import read_document, remark_line

    document = read_document(file)
    for remark in document.remarks:
        say(remark_line(remark))
    before = None if earlier is None else read_document(earlier)
    found = audited(document, _framework(framework), earlier=before, decimal=decimal.sign if decimal else "")
    _write(_content(found, document, format), output)
    return FOUND if found.findings else 0


def _framework(name: str | None) -> Framework | None:
    if name is None:
        return None
    from chiso.exchange.frameworks import read

    return read(name).framework


def _write(content: bytes, output: Path | None) -> None:
    if output is not None:
        from chiso.exchange.writing import write_file

        write_file(output, content)
        return
    # A workbook is no text, and a terminal's encoding must not change one byte of the others either.
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


def _content(found: Audit, document: Document, format: Format) -> bytes:
    if format is Format.JSON:
        from chiso.audit.structured import structured

        text = json.dumps({"format": "chiso-audit/1", **structured(found)}, ensure_ascii=False, indent=2)
        return f"{text}\n".encode()
    if format is Format.HTML:
        from chiso.cli.auditing.page import page

        return page(found, document).encode()
    if format is Format.XLSX:
        from chiso.cli.auditing.workbook import workbook

        return workbook(found, document)
    from chiso.cli.auditing.lines import lines

    return "".join(f"{line}\n" for line in lines(found, document)).encode()
