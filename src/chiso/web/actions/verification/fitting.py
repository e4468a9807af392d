"""Whether what a verdict makes of an answer fits the answers beside it: no part may exceed its whole."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chiso.web.actions.refusal import Refused
from chiso.web.bridge.pairs import Exceeding, exceeding
from chiso.web.models import Submission


def fitting(submission: Submission, question: str, case: str, kind: str, value: str, round: int) -> None:
    """Returns where the value that a verdict leads to fits; Refused, and says which answer to correct first."""
    found = exceeding(submission, question, case, kind, value, round)
    if found is not None:
        raise Refused("part", _told(found))


def _told(found: Exceeding) -> str:
    told = _("{part} ({value}) would be more than {whole} ({limit}). Correct “{other}” first.")
    return told.format(part=found.part, value=found.value, whole=found.whole, limit=found.limit, other=found.other)
