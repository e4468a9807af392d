"""Cells of the follow-up board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template

from chiso.web.bridge.judged import Judged
from chiso.web.bridge.sections import Heading, answered_shares
from chiso.web.models import Submission

register = template.Library()


@register.filter
def shares(submission: Submission, headings: Sequence[Heading]) -> list[str]:
    """What share of each part is answered, in percent; empty where a form has no such part."""
    return answered_shares(submission, headings)


@register.filter
def verified(submission: Submission, judged: Mapping[int, Judged]) -> Judged:
    """How far the verification of a form is."""
    return judged.get(submission.pk, Judged())
