"""Tables written to a file of another kind and read again have the same findings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chiso.audit import audit
from chiso.tables.cells import Document
from chiso.tables.reading import read_bytes
from chiso.tables.writing import html, pdf, word, workbook

WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": word.written,
    "html": html.written,
    "pdf": pdf.written,
    "xlsx": workbook.written,
}
COUNTS = {"000": 3, "001": 14, "004": 14}
"""How many of the findings of each document are about its tables alone."""


@pytest.mark.shared("seeds")
@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("number", COUNTS)
def test_the_same_findings(shared: Path, number: str, ending: str) -> None:
    (path,) = shared.glob(f"{number}_*.txt")
    document = Document(path.name, read_bytes(path.read_bytes(), path.name).tables, ())
    again = read_bytes(WRITERS[ending](document), f"again.{ending}")
    assert (len(told(document)), told(again)) == (COUNTS[number], told(document))


def told(document: Document) -> list[tuple[str, str, str, str]]:
    """The findings without their places, which are those of the file."""
    return sorted(
        (
            each.kind,
            each.printed,
            each.computed,
            each.certainty + str([(m.unit, m.before, m.after) for m in each.moves]),
        )
        for each in audit(document).findings
    )
