"""`chiso verify`: whether a published folder holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.complaints import line_of
from chiso.cli.output import FORMAT_HELP, Format, clean, write, write_csv, write_json
from chiso.language import gettext, marked

if TYPE_CHECKING:
    from chiso.bundle.finding import Finding, Verification

HELP = marked(
    "Verify a published folder or zip. Checks its digests and signature, computes every number again, and names each "
    "cell that does not follow."
)
COLUMNS = ("kind", "file", "line", "row", "column", "found", "expected")
MOST_SHOWN = 100

SENTENCES = {
    "missing_file": marked("{file}: the file is missing"),
    "extra_file": marked("{file}: a file that the manifest does not list"),
    "digest": marked("{file}: not the published bytes (SHA-256 {found}, published {expected})"),
    "line": marked("{file}:{line}: changed or added since publication{row}{column}; now: {found}"),
    "removed_lines": marked("{file}:{line}: {expected} published lines are missing here"),
    "cell": marked("{file}:{line}{row}{column}: the file says {found}; recomputing gives {expected}"),
    "missing_row": marked("{file}: no line{row}; recomputing gives one"),
    "extra_row": marked("{file}:{line}: a line{row} that recomputing does not give"),
    "form": marked("{file}: the same values, not written as published"),
    "key": marked("{file}{column}: changed since publication; now: {found}"),
    "signature": marked("{file}: the signature does not fit the manifest and the key {expected}"),
}
TRUSTS = {
    "none": marked("not signed"),
    "valid": marked("signed with the key that you gave"),
    "untrusted": marked("signed; the signature proves nothing until you give the key that you trust with --key"),
    "broken": marked("signed, and the signature is broken"),
}


def verify(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE", help=marked("A published folder or its zip."))],
    key: Annotated[
        Path | None, typer.Option(help=marked("The public Ed25519 key that you trust: PEM, or the text of `signer`."))
    ] = None,
    format: Annotated[Format, typer.Option(help=FORMAT_HELP)] = Format.TABLE,
) -> int:
    """0 where the folder holds, 1 where it does not."""
    from chiso.bundle.signing import public_key
    from chiso.bundle.verifying import verify as verified
    from chiso.cli.progress import watched

    found = verified(bundle, None if key is None else public_key(key), watched)
    if format is Format.JSON:
        write_json("verify", _content(found))
    elif format is Format.CSV:
        write_csv(COLUMNS, (_cells(finding) for finding in found.findings))
    else:
        write(f"{clean(told(found, bundle))}\n")
    return 0 if found.holds else 1


def told(found: Verification, bundle: Path) -> str:
    """The verification in words, line by line."""
    lines = [sentence_of(finding) for finding in found.findings[:MOST_SHOWN]]
    left = len(found.findings) - MOST_SHOWN
    if left > 0:
        lines.append(gettext("and {count} more").format(count=left))
    lines.append(gettext(TRUSTS[found.signature]))
    if found.holds:
        sentence = gettext("{bundle} holds: {scores} scores computed again, every number follows.")
        lines.append(sentence.format(bundle=bundle, scores=found.recomputed))
    else:
        sentence = gettext("{bundle} does not hold: {count} findings.")
        lines.append(sentence.format(bundle=bundle, count=len(found.findings)))
    return "\n".join(lines)


def sentence_of(finding: Finding) -> str:
    """A finding in words."""
    if finding.problem is not None:
        return line_of(finding.problem)
    row = " (" + ", ".join(cell for cell in finding.row.values() if cell) + ")" if finding.row else ""
    column = gettext(", column {name}").format(name=finding.column) if finding.column else ""
    if finding.kind == "key":
        column = gettext(", key {name}").format(name=finding.column)
    values = {"file": finding.file, "line": finding.line, "row": row, "column": column}
    nothing = gettext("nothing")
    return gettext(SENTENCES[finding.kind]).format(
        **values, found=finding.found or nothing, expected=finding.expected or nothing
    )


def _cells(finding: Finding) -> list[str]:
    row = " ".join(f"{key}={cell}" for key, cell in finding.row.items())
    line = "" if finding.line is None else str(finding.line)
    found = finding.found if finding.problem is None else line_of(finding.problem)
    return [finding.kind, finding.file, line, row, finding.column, found, finding.expected]


def _content(found: Verification) -> dict[str, object]:
    from chiso.cli.objects import finding_object

    return {
        "holds": found.holds,
        "signature": found.signature,
        "signer": found.manifest.signer,
        "engine": found.manifest.engine,
        "recomputed": str(found.recomputed),
        "findings": [finding_object(finding) for finding in found.findings],
    }
