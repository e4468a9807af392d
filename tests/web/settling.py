"""A small cycle in its second verification, whose result is at hand: three departments, corrections, a grant."""

from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.utils import timezone

from tests.web.making import answer, submission, take_in
from tests.web.people import World

ANSWERS: dict[str, dict[str, Any]] = {
    "so-cong-thuong": {"can_bo": "10", "may": "8", "may_mang": "6", "quy_che": "yes", "ho_so": {"A": "40"},
                       "truc_tuyen": {"A": "20"}},
    "so-y-te": {"can_bo": "20", "may": "16", "may_mang": "16", "quy_che": "no", "ho_so": {"A": "10"},
                "truc_tuyen": {"A": "10"}},
    "so-tu-phap": {"can_bo": "5", "may": "5", "may_mang": "1", "quy_che": "yes"},
}  # fmt: skip


@dataclass(frozen=True)
class Settling:
    """The people and the cycle, and the forms by the code of their units."""

    world: World
    cycle: Any
    forms: dict[str, Any]

    @property
    def people(self) -> dict[str, Any]:
        """The people by role."""
        return self.world.people


def made(world: World) -> Settling:
    """The cycle with the answers above, closed, verified once; the council may grant and settle."""
    from chiso.web.actions.submission.closing import close
    from chiso.web.models import Cycle, Unit

    third = Unit.objects.create(code="so-tu-phap", name="Sở Tư pháp")
    take_in(world.cycle, third)
    forms = {}
    for code, values in ANSWERS.items():
        form = submission(world.cycle, Unit.objects.get(code=code))
        answer(form, world.people["reporter"], **values)
        close(form, by=world.people["leader"])
        forms[code] = form
    Cycle.objects.filter(pk=world.cycle.pk).update(phase="verifying_again")
    world.cycle.refresh_from_db()
    return Settling(world, world.cycle, {code: type(form).objects.get(pk=form.pk) for code, form in forms.items()})


def correct(found: Settling, unit: str, question: str, value: str, reason: str, round: int = 1) -> None:
    """A verdict that corrects an answer."""
    from chiso.web.models import Verdict

    Verdict.objects.create(
        submission=found.forms[unit], question=question, kind="correct", value=value, reason=reason, round=round,
        by=found.people["verifier"], at=timezone.now(),
    )  # fmt: skip


def run(found: Settling, stage: str) -> Any:
    """A run of a stage, computed."""
    from chiso.web.actions.scoring.running import begin, compute

    return compute(begin(found.cycle, stage, by=found.people["organiser"]))


def confirm_all(found: Settling) -> None:
    """The second confirmation of every unit."""
    from chiso.web.actions.submission.closing import confirm

    for form in found.forms.values():
        confirm(form, 2, by=found.people["leader"])


def signed_in(found: Settling, role: str) -> Client:
    """A browser in which somebody of a role is signed in."""
    client = Client()
    client.force_login(found.people[role])
    return client


def text(response: Any) -> str:
    """The words of a page's content with its messages, spaces once."""
    from lxml.html import document_fromstring

    document: Any = document_fromstring(response.content.decode())
    return " ".join(" ".join(document.get_element_by_id("main").itertext()).split())


def has(page: str, *words: str) -> list[bool]:
    """Whether a page has each of some words."""
    return [each in page for each in words]
