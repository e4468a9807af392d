"""What is wrong with an uploaded file, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chiso.engine.errors import InputError
from chiso.language import sentence


def faults(error: InputError) -> list[str]:
    """A sentence for each problem: where it stands, what was found, what is expected, what to do."""
    told = _("{where}: {found}; expected: {expected}; {remedy}.")
    return [
        told.format(
            where=each.where,
            found=sentence(each.found),
            expected=sentence(each.expected),
            remedy=sentence(each.remedy),
        )
        for each in error.problems
    ]
