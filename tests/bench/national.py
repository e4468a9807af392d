"""The national report of 2016 in all four formats, after the libraries have started: seconds of each and of all."""

from __future__ import annotations

import sys
import time

from chiso.cli.reporting.content import content
from chiso.exchange import printed
from chiso.language import use
from chiso.report.charts.drawing import svg
from chiso.report.kinds.national_print import national_print
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta

ENDINGS = (".pdf", ".docx", ".xlsx", ".html")


def made() -> Official:
    """The report, audited and written anew."""
    return national_print(printed.read("mic-2016"), Meta())


def timed() -> tuple[Official, dict[str, float]]:
    """The report, and the seconds that reading it and each format take; every figure is drawn anew."""
    svg.cache_clear()
    start = time.perf_counter()
    document = made()
    found = {"read": time.perf_counter() - start}
    for ending in ENDINGS:
        start = time.perf_counter()
        content(document, ending)
        found[ending] = time.perf_counter() - start
    return document, found


if __name__ == "__main__":
    with use("vi"):
        timed()
        document, seconds = timed()
    told = ", ".join(f"{name} {each:.2f} s" for name, each in seconds.items())
    counts = f"{len(list(document.tables()))} tables, {len(list(document.figures()))} figures"
    sys.stdout.write(f"{sum(seconds.values()):.2f}\n{counts}: {told}\n")
