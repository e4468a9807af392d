"""A DOCX set by LibreOffice against the PDF set by typst: the same words, and titles on about the same pages.

Compared is how often each word of at least two letters stands outside pictures, wherever pages end: 97 in 100 must be
alike, the heads of tables aside that pages apart repeat. Titles of tables may stand a page apart, and one more for
every eight pages before; so may the ends.
"""

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pdfplumber.utils.text import extract_text

from chiso.report.form_check.letters import text_of
from chiso.report.kinds.names import Kind
from chiso.report.official.form import Official
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word
from tests.report.kinds.test_formats import MADE_OF, bare, made

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine"),
]


def pages(raw: bytes) -> list[str]:
    """The text of each page outside pictures, whose letters only one of the two has as text."""
    with pdfplumber.open(BytesIO(raw)) as read:
        return [extract_text(text_of(page)) for page in read.pages]


def by_libreoffice(document: Official, folder: Path) -> bytes:
    """The DOCX of a document as a PDF made by LibreOffice, with a profile of its own."""
    (folder / "made.docx").write_bytes(word(document))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), f"{folder}/made.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "made.pdf").read_bytes()


def words(texts: list[str]) -> Counter[str]:
    """How often each word of at least two letters stands in a document."""
    return Counter(re.findall(r"[^\W\d_]{2,}", " ".join(texts)))


@pytest.mark.parametrize(("kind", "of"), MADE_OF)
def test_both_set_the_same_words_on_about_the_same_pages(kind: Kind, of: str, tmp_path: Path) -> None:
    document = made(kind, of)
    ours, theirs = pages(pdf(document)), pages(by_libreoffice(document, tmp_path))
    mine, other = words(ours), words(theirs)
    apart = 1 + len(ours) // 8
    repeated = apart * max((words([each.title for each in t.columns]).total() for t in document.tables()), default=0)
    common, whole = (mine & other).total(), max(mine.total(), other.total())
    assert common * 100 >= 97 * (whole - repeated), ((mine - other).most_common(9), (other - mine).most_common(9))
    assert abs(len(ours) - len(theirs)) <= apart
    for table in document.tables():
        title = bare(table.title)
        first, second = ([number for number, text in enumerate(each) if title in bare(text)] for each in (ours, theirs))
        assert abs(first[-1] - second[-1]) <= apart, table.title
