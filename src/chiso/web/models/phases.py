"""The phases of a cycle, their order, and what each role may do in each."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _

from chiso.web.models.people import Role


class Phase(models.TextChoices):
    """Where a cycle stands; four different acts end it: settle, submit, approve, publish."""

    PREPARING = "preparing", _("preparing")
    COLLECTING = "collecting", _("collecting")
    VERIFYING = "verifying", _("verifying")
    EXPLAINING = "explaining", _("explaining")
    VERIFYING_AGAIN = "verifying_again", _("verifying again")
    SETTLED = "settled", _("settled")
    SUBMITTED = "submitted", _("submitted for approval")
    APPROVED = "approved", _("approved")
    PUBLISHED = "published", _("published")


NEXT: Mapping[Phase, tuple[Phase, ...]] = {
    Phase.PREPARING: (Phase.COLLECTING,),
    Phase.COLLECTING: (Phase.VERIFYING,),
    Phase.VERIFYING: (Phase.EXPLAINING, Phase.SETTLED),
    Phase.EXPLAINING: (Phase.VERIFYING_AGAIN,),
    Phase.VERIFYING_AGAIN: (Phase.EXPLAINING, Phase.SETTLED),
    Phase.SETTLED: (Phase.SUBMITTED, Phase.VERIFYING_AGAIN),
    Phase.SUBMITTED: (Phase.APPROVED, Phase.SETTLED),
    Phase.APPROVED: (Phase.PUBLISHED, Phase.VERIFYING_AGAIN),
    Phase.PUBLISHED: (),
}
"""Where a cycle may go from each phase; back from `submitted`, `settled` and `approved` only with a reason."""

BY_ACT = frozenset({Phase.SETTLED, Phase.SUBMITTED, Phase.APPROVED, Phase.PUBLISHED})
"""The phases that a cycle enters and leaves by an act on its result, never by a mere move."""

ALWAYS: Mapping[str, frozenset[Role]] = {
    "see_all": frozenset({Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR}),
    "manage_people": frozenset({Role.ADMINISTRATOR, Role.ORGANISER}),
    "organise": frozenset({Role.ORGANISER}),
    "see_runs": frozenset({Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.COUNCIL, Role.VERIFIER}),
    "see_verification": frozenset({Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.VERIFIER}),
    "run": frozenset({Role.ORGANISER}),
    "reply": frozenset({Role.ORGANISER, Role.COUNCIL}),
    "write_papers": frozenset({Role.ORGANISER}),
    "see_papers": frozenset({Role.ADMINISTRATOR, Role.ORGANISER, Role.AUDITOR, Role.COUNCIL}),
}
"""What a role may do whatever the phase."""

_RESULT = frozenset({Role.ORGANISER, Role.COUNCIL})

ALLOWED: Mapping[Phase, Mapping[str, frozenset[Role]]] = {
    Phase.PREPARING: {"set_up": frozenset({Role.ORGANISER})},
    Phase.COLLECTING: {
        "answer": frozenset({Role.REPORTER, Role.LEADER}),
        "close": frozenset({Role.LEADER}),
        "confirm": frozenset({Role.LEADER}),
        "extend": frozenset({Role.ORGANISER}),
        "reopen": frozenset({Role.ORGANISER}),
    },
    Phase.VERIFYING: {
        "verify": frozenset({Role.VERIFIER}),
        "confirm": frozenset({Role.LEADER}),
        "reopen": frozenset({Role.ORGANISER}),
        "grant": frozenset({Role.COUNCIL}),
        "meet": _RESULT,
        "settle": _RESULT,
    },
    Phase.EXPLAINING: {
        "explain": frozenset({Role.REPORTER, Role.LEADER}),
        "verify": frozenset({Role.VERIFIER}),
        "extend": frozenset({Role.ORGANISER}),
    },
    Phase.VERIFYING_AGAIN: {
        "verify": frozenset({Role.VERIFIER}),
        "confirm": frozenset({Role.LEADER}),
        "grant": frozenset({Role.COUNCIL}),
        "meet": _RESULT,
        "settle": _RESULT,
    },
    Phase.SETTLED: {
        "object": frozenset({Role.LEADER}),
        "meet": _RESULT,
        "submit": _RESULT,
        "verify_again": frozenset({Role.ORGANISER}),
    },
    Phase.SUBMITTED: {"approve": frozenset({Role.COUNCIL}), "send_back": frozenset({Role.COUNCIL})},
    Phase.APPROVED: {"object": frozenset({Role.LEADER}), "verify_again": frozenset({Role.ORGANISER})},
    Phase.PUBLISHED: {},
}
"""What may be done in a phase, and by whom; what is not listed is refused."""


SHOWN_ROUNDS: Mapping[Phase, int] = {
    Phase.EXPLAINING: 1,
    Phase.VERIFYING_AGAIN: 1,
    Phase.SETTLED: 2,
    Phase.SUBMITTED: 2,
    Phase.APPROVED: 2,
    Phase.PUBLISHED: 2,
}
"""Up to which round a unit sees what verifiers said of its answers; none in a phase that is not listed."""

ROUND: Mapping[Phase, int] = {Phase.VERIFYING: 1, Phase.EXPLAINING: 2, Phase.VERIFYING_AGAIN: 2}
"""In which round a verdict is given."""


def may(roles: frozenset[str], verb: str, phase: str | None = None) -> bool:
    """Whether one of the roles may do something, in a phase where it depends on one."""
    allowed = ALWAYS.get(verb)
    if allowed is None and phase is not None:
        allowed = ALLOWED[Phase(phase)].get(verb)
    return bool(allowed and allowed & roles)
