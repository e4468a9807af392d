"""An audit as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from chiso.audit import Audit, Finding, sentence
from chiso.audit.wording import certainty_words, kind_words, move_words
from chiso.cli.auditing.places import place
from chiso.language import gettext as _
from chiso.language import ngettext
from chiso.tables.cells import Document


def lines(found: Audit, document: Document) -> Iterator[str]:
    """The findings with their places, then what cannot be checked, the rules, and how much holds."""
    yield _("Audit of {source}").format(source=found.source)
    yield ""
    yield heading(len(found.findings))
    for number, finding in enumerate(found.findings, 1):
        yield from _finding(number, finding, document)
    for title, told in ((_("Cannot be checked"), found.undecided), (_("Rules that the tables follow"), found.rules)):
        if told:
            yield ""
            yield f"{title}:"
            yield from (f"  - {sentence(each.what)}" for each in told)
    yield ""
    checked = sum(each.count for each in found.confirmed)
    yield ngettext("{count} thing was checked and holds.", "{count} things were checked and hold.", checked).format(
        count=checked
    )


def heading(count: int) -> str:
    """How much was found."""
    if not count:
        return _("Nothing was found that contradicts itself.")
    return ngettext("{count} finding:", "{count} findings:", count).format(count=count)


def _finding(number: int, finding: Finding, document: Document) -> Iterator[str]:
    yield f"{number}. {place(finding.at, document)} [{kind_words(finding.kind)}; {certainty_words(finding.certainty)}]"
    yield f"   {sentence(finding.what)}."
    for move in finding.moves:
        yield f"   → {move_words(move)}"
