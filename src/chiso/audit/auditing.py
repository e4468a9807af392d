"""The audit of a document: every check, one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from chiso.audit.checks import (
    classes,
    columns,
    contradictions,
    counts,
    documents,
    figures,
    frameworks,
    grids,
    names,
    notes,
    order,
    points,
    ranges,
    ranks,
    shares,
    sums,
    titles,
    trends,
    writing,
)
from chiso.audit.findings import Audit, Outcome, Undecided
from chiso.audit.subject import Subject
from chiso.engine.errors import message
from chiso.engine.framework import Framework
from chiso.tables.cells import Document

CHECKS: tuple[Callable[[Subject], Iterator[Outcome]], ...] = (
    sums.check, columns.check, ranks.check, order.check, classes.check, shares.check, writing.check, names.check,
    ranges.check, figures.check, trends.check, counts.check, points.check, contradictions.check, titles.check,
    notes.check, grids.check, frameworks.check,
)  # fmt: skip


def audit(
    document: Document, framework: Framework | None = None, *, earlier: Document | None = None, decimal: str = ""
) -> Audit:
    """Everything that the checks find in a document.

    framework: the one that its tables follow, where it is known; without it the rules are deduced from the tables.
    earlier: a document on the time before, to hold ranks, numbers and moves against. decimal: the mark before decimals
    (`,` or `.`), where the caller knows it and the document does not tell.
    """
    subject = Subject(document, framework, decimal)
    outcomes = [outcome for check in CHECKS for outcome in check(subject)]
    if not document.tables:
        what = message("the document has no table: ranks, sums and classes cannot be checked")
        outcomes.append(Undecided("rank", subject.start, what))
    if earlier is not None:
        outcomes += documents.compare(subject, Subject(earlier, framework, decimal))
    return Audit.of(document.source, outcomes)
