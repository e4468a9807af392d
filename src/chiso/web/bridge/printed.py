"""Published results that are known from print: what each is, where it comes from, the file that shows it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.exchange import shipped

TITLES = {
    "kon-tum-2017": gettext_lazy("Agencies and districts of Kon Tum, 2017: use of information technology"),
    "mic-2016": gettext_lazy("Ministries and provinces, 2016: use of information technology"),
    "thanh-hoa-2015": gettext_lazy("Agencies of Thanh Hóa, 2015: survey of the use of information technology"),
    "dien-bien-2013": gettext_lazy("Điện Biên, 2013: its ranks among the provinces"),
}
FOLDER = "published"
SHOWN, BUNDLE = ".html", ".zip"


@dataclass(frozen=True)
class Printed:
    """A result as it was printed; source: the document; file: whether a page of it lies ready."""

    id: str
    title: str
    source: str
    ready: bool


def folder() -> Path:
    """Where the pages of published results lie."""
    return Path(settings.FOLDER) / FOLDER


def printed() -> list[Printed]:
    """The results known from print, the newest first, in the language in use."""
    return [Printed(id, str(title), _source(id), file_of(id) is not None) for id, title in TITLES.items()]


def bundles() -> list[str]:
    """The names of the published folders that lie beside them."""
    return sorted(file.stem for file in folder().glob(f"*{BUNDLE}"))


def file_of(id: str) -> Path | None:
    """The file that shows a result or holds its published folder; None where there is none."""
    for ending in (SHOWN, BUNDLE):
        file = folder() / f"{id}{ending}"
        if file.is_file():
            return file
    return None


def _source(id: str) -> str:
    """The document that a result was printed in, as the facts name it, up to the place within."""
    table = csv.DictReader(StringIO(shipped.readme(id)))
    named = next((row["source"] for row in table if row["source"]), _("not known"))
    return named.partition(", Kết quả")[0].partition(", mục")[0].partition(", Bảng")[0].partition(", đoạn")[0]
