"""The gate of every address: what a GET answers to each role. An address without an entry fails the tests.

200 shown, 302 sent on (to sign in, or elsewhere), 403 refused, 404 not there for this person, 405 wants a POST.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.web.people import NOBODY, STRANGER, World

ROLES = (
    NOBODY, STRANGER, "administrator", "organiser", "reporter", "leader", "verifier", "council", "auditor",
)  # fmt: skip


@dataclass(frozen=True)
class Gate:
    """The status for nobody, for everybody signed in, and for the roles that differ; the arguments of the address."""

    nobody: int
    others: int
    but: Mapping[str, int] = field(default_factory=dict)
    arguments: Callable[[World], Mapping[str, Any]] = lambda _: {}

    def status(self, role: str) -> int:
        """What this role is answered."""
        return self.nobody if role == NOBODY else self.but.get(role, self.others)


MEMBERS = Gate(302, 200)
"""Everybody who signed in."""
ANYBODY = Gate(200, 200)
ENTRANCE = Gate(200, 302)
"""Who signed in already is sent on."""
SENT_ON = Gate(302, 302)
"""To a step that comes before it, or elsewhere."""
OWN = Gate(302, 404)
"""To who has set up such a thing; the people here have none."""
ANSWERING = Gate(405, 405)
"""A POST only; its own tests say to whom."""


def of_cycle(world: World) -> Mapping[str, Any]:
    """The cycle that collects."""
    return {"code": world.cycle.code}


def of_unit(world: World) -> Mapping[str, Any]:
    """The unit of reporter and leader in it."""
    return {"code": world.cycle.code, "unit": world.unit.code}


SEE_ALL = {"administrator": 200, "organiser": 200, "auditor": 200}
OVERSEERS = Gate(302, 403, SEE_ALL, of_cycle)
"""To those who see all units."""
ORGANISERS = Gate(302, 403, {"organiser": 200}, of_cycle)
ORGANISING = Gate(302, 405, arguments=of_cycle)
"""A POST of an organiser, for others refused by its own tests."""

FORM_READERS = {**SEE_ALL, "reporter": 200, "leader": 200}
"""To the people of the unit, and to those who see all units; for others there is no such form."""


def of_form(**more: Any) -> Callable[[World], Mapping[str, Any]]:
    """The form of that unit, and what else the address needs."""
    return lambda world: {**of_unit(world), **more}


def reading(**more: Any) -> Gate:
    """A page of the form."""
    return Gate(302, 404, FORM_READERS, of_form(**more))


def posting(**more: Any) -> Gate:
    """A POST to the form, for others than its own people refused by its own tests."""
    return Gate(302, 405, arguments=of_form(**more))


SEE_RUNS = {**SEE_ALL, "council": 200, "verifier": 200}
WATCHERS = Gate(302, 403, SEE_RUNS, of_cycle)
"""To those who see the runs of a cycle."""


SEE_PAPERS = {**SEE_ALL, "council": 200}
PAPERS = Gate(302, 403, SEE_PAPERS, of_cycle)
"""To those who see the documents."""


def of_paper() -> Gate:
    """A page of the blank form, a document that needs no result."""
    return Gate(302, 403, SEE_PAPERS, lambda world: {**of_cycle(world), "kind": "phieu"})


def no_run(**more: Any) -> Gate:
    """A page of a run that is not there, to those who would see it."""
    return Gate(302, 403, dict.fromkeys(SEE_RUNS, 404), lambda world: {**of_cycle(world), "number": 1, **more})


VERIFIERS = {**SEE_ALL, "verifier": 200}
"""To verifiers, and to those who see all units."""


def overseeing(**more: Any) -> Gate:
    """A page of verification about one unit, to who sees all; to verifiers only where it is assigned to them."""
    return Gate(302, 403, {**SEE_ALL, "verifier": 404}, of_form(**more))


GATES: dict[str, Gate] = {
    # Runs, and what becomes of them.
    "runs": WATCHERS,
    "run": no_run(),
    "run_file": no_run(),
    "run_folder": no_run(),
    "run_unit": no_run(unit="so-cong-thuong"),
    "moves": no_run(before=2),
    "unit_stages": Gate(302, 403, SEE_RUNS, of_unit),
    "grants": WATCHERS,
    "grant": Gate(302, 403, SEE_RUNS, of_unit),
    "grant_file": Gate(302, 403, dict.fromkeys(SEE_RUNS, 404), lambda world: {**of_unit(world), "evidence": 1}),
    "meetings": WATCHERS,
    "objections": WATCHERS,
    "objection_reply": Gate(
        302, 403, {"organiser": 404, "council": 404}, lambda world: {**of_cycle(world), "objection": 1}
    ),
    "settlement": WATCHERS,
    "settlement_act": Gate(302, 405, arguments=lambda world: {**of_cycle(world), "act": "settle"}),
    "form_standing": reading(),
    # Documents: written by the organiser; a unit has a card once the result is settled.
    "papers": PAPERS,
    "paper": of_paper(),
    "paper_preview": of_paper(),
    "paper_progress": of_paper(),
    "paper_made": Gate(302, 405, arguments=lambda world: {**of_cycle(world), "kind": "phieu"}),
    "paper_copied": Gate(302, 405, arguments=lambda world: {**of_cycle(world), "kind": "phieu"}),
    "paper_file": Gate(302, 403, dict.fromkeys(SEE_PAPERS, 404), lambda world: {**of_cycle(world), "paper": 1}),
    "form_card": Gate(302, 404, arguments=of_form()),
    # The form of a unit.
    "form": reading(),
    "form_section": reading(section="1"),
    "form_changes": reading(section="1"),
    "form_score": reading(),
    "form_print": reading(),
    "form_evidence": reading(),
    "form_closing": reading(),
    "form_history": reading(),
    "form_history_file": reading(kind="csv"),
    "form_cases": posting(section="1"),
    "form_answer": posting(),
    "form_offices": posting(),
    "form_evidence_support": posting(evidence=1),
    "form_evidence_removal": posting(evidence=1),
    "form_confirmation": posting(),
    "form_sums": reading(),
    "form_workbook": reading(),
    "form_upload": Gate(302, 404, {**dict.fromkeys(SEE_ALL, 403), "reporter": 200, "leader": 200}, of_form()),
    "form_upload_applied": posting(upload=1),
    # Of a thing that is not there, to nobody.
    "form_upload_shown": Gate(302, 404, dict.fromkeys(SEE_ALL, 403), of_form(upload=1)),
    "form_evidence_file": Gate(302, 404, arguments=of_form(evidence=1)),
    "form_receipt": Gate(302, 404, arguments=of_form(number=1)),
    "form_closed_answers": Gate(302, 404, arguments=of_form(number=1)),
    # Verification: here the verifier has no assignment, so that only who sees all sees a unit.
    "verification": Gate(302, 403, VERIFIERS, of_cycle),
    "verification_agreement": Gate(302, 403, VERIFIERS, of_cycle),
    "verification_progress": Gate(302, 403, VERIFIERS, of_cycle),
    "verification_lot": ORGANISING,
    "assignments": ORGANISERS,
    "assignment_removal": Gate(302, 405, arguments=lambda world: {**of_cycle(world), "assignment": 1}),
    "verification_unit": overseeing(),
    "verification_answer": overseeing(question="may"),
    "verification_remark": posting(question="may"),
    "verification_visit_new": Gate(302, 403, {"verifier": 404}, of_form()),
    # Of a thing that is not there, to nobody who may look.
    "verification_evidence": Gate(302, 403, dict.fromkeys(VERIFIERS, 404), of_form(evidence=1)),
    "verification_visit": Gate(302, 403, dict.fromkeys(VERIFIERS, 404), of_form(visit=1)),
    "verification_visit_paper": Gate(302, 403, dict.fromkeys(VERIFIERS, 404), of_form(visit=1, kind="pdf")),
    "form_verdicts": reading(),
    "form_explanation": Gate(302, 404, arguments=of_form(explanation=1)),
    "form_remark": posting(explanation=1),
    "home": MEMBERS,
    "published": ANYBODY,
    "published_file": Gate(404, 404, arguments=lambda _: {"id": "none"}),
    # People.
    "people": Gate(302, 403, {"administrator": 200, "organiser": 200}),
    "invitation": Gate(302, 403, {"administrator": 200, "organiser": 200}),
    "invitation_sheet": ORGANISERS,
    "person": Gate(302, 403, {"administrator": 200, "organiser": 200}, lambda _world: {"username": "reporter"}),
    "person_state": Gate(302, 405, arguments=lambda _world: {"username": "reporter"}),
    "join": ANYBODY,
    "join_code": Gate(302, 302, arguments=lambda _world: {"code": "none"}),
    # Cycles: a stranger of a unit that takes part sees that there is one.
    "cycles": MEMBERS,
    "cycle_new": Gate(302, 403, {"organiser": 200}),
    "cycle": Gate(302, 200, arguments=of_cycle),
    "phase": ORGANISING,
    "calendar": ORGANISERS,
    "announcement": ORGANISING,
    "framework": OVERSEERS,
    "framework_file": OVERSEERS,
    "framework_preview": Gate(302, 403, SEE_ALL, lambda world: {**of_cycle(world), "block": "so"}),
    "register": ORGANISERS,
    "register_applied": ORGANISING,
    "merger": Gate(302, 403, {"organiser": 200}, of_unit),
    "extension": Gate(302, 403, {"organiser": 200}, of_unit),
    "counts": ORGANISERS,
    "board": OVERSEERS,
    "board_file": OVERSEERS,
    "board_parts": OVERSEERS,
    "reminders": ORGANISERS,
    "cycle_history": OVERSEERS,
    "cycle_history_check": Gate(302, 405, arguments=of_cycle),
    "cycle_history_file": Gate(302, 403, SEE_ALL, lambda world: {**of_cycle(world), "kind": "csv"}),
    "language": ANSWERING,
    # Accounts.
    "account_login": ENTRANCE,
    "account_logout": MEMBERS,
    "account_signup": ENTRANCE,
    "account_inactive": ANYBODY,
    "account_change_password": MEMBERS,
    "account_reauthenticate": MEMBERS,
    "account_reset_password": ANYBODY,
    "account_reset_password_done": ANYBODY,
    "account_reset_password_from_key": Gate(200, 200, arguments=lambda _: {"uidb36": "1", "key": "none"}),
    "account_reset_password_from_key_done": ANYBODY,
    # The second step of signing in; setting it up asks for the password again.
    "mfa_index": MEMBERS,
    "mfa_authenticate": SENT_ON,
    "mfa_reauthenticate": SENT_ON,
    "mfa_reauthenticate_webauthn": SENT_ON,
    "mfa_login_webauthn": SENT_ON,
    "mfa_activate_totp": SENT_ON,
    "mfa_deactivate_totp": OWN,
    "mfa_add_webauthn": SENT_ON,
    "mfa_list_webauthn": MEMBERS,
    "mfa_edit_webauthn": Gate(302, 302, arguments=lambda _: {"pk": 1}),
    "mfa_remove_webauthn": Gate(302, 302, arguments=lambda _: {"pk": 1}),
    "mfa_generate_recovery_codes": SENT_ON,
    "mfa_view_recovery_codes": OWN,
    "mfa_download_recovery_codes": OWN,
    # Single sign-on, which is not set up here.
    "socialaccount_connections": MEMBERS,
    "socialaccount_signup": SENT_ON,
    "socialaccount_login_cancelled": ANYBODY,
    "socialaccount_login_error": Gate(401, 401),
    "openid_connect_login": Gate(404, 404, arguments=lambda _: {"provider_id": "oidc"}),
    "openid_connect_callback": Gate(404, 404, arguments=lambda _: {"provider_id": "oidc"}),
}
