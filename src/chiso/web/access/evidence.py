"""Evidence, to those who may see the form that it belongs to."""

from __future__ import annotations

from django.http import Http404

from chiso.web.models import Evidence, Submission


def piece(submission: Submission, id: int) -> Evidence:
    """A piece of a form that `submission.read` gave; Http404 where it is another's or was taken out."""
    found = Evidence.objects.select_related("submission__participant__unit", "submission__participant__cycle")
    evidence = found.filter(pk=id, submission=submission, removed_at=None).first()
    if evidence is None:
        raise Http404
    return evidence
