"""An audit as plain dicts and lists, kept stable; docs/auditing.md describes them."""

from __future__ import annotations

from chiso.audit.findings import Audit, Finding, Outcome, says
from chiso.tables.cells import Address
from chiso.tables.writing.structured import address

Json = dict[str, object]


def structured(audit: Audit) -> Json:
    """`{"source", "findings", "confirmed", "undecided", "rules"}`; every number in it is a text."""
    return {
        "source": audit.source,
        "findings": [_finding(each) for each in audit.findings],
        "confirmed": [{**_told(each), "count": str(each.count)} for each in audit.confirmed],
        "undecided": [_told(each) for each in audit.undecided],
        "rules": [
            {**_told(each), "value": each.value, "fits": str(each.fits), "of": str(each.of)} for each in audit.rules
        ],
    }


def _finding(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "at": _at(finding.at),
        "printed": finding.printed,
        "computed": finding.computed or None,
        "says": says(finding.what),
        "moves": [
            {"unit": move.unit, "what": move.what, "from": move.before, "to": move.after} for move in finding.moves
        ],
        "certainty": finding.certainty,
    }


def _told(outcome: Outcome) -> Json:
    return {"kind": outcome.kind, "at": _at(outcome.at), "says": says(outcome.what)}


def _at(at: Address) -> Json:
    """A place as the reading of tables gives it; numbers of pages, lines, rows and columns are numbers there too."""
    return address(at)
