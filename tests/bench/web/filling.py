"""An installation as it stands on the last day: units with answers of this year and last, history, people signed in."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.web import framework

if TYPE_CHECKING:
    from chiso.web.models import Chain, Cycle, Entry, Participant, Person, Submission, Unit

CYCLE, BEFORE, BOARD = "tai-2026", "tai-2025", "bang-2026"
OPEN = 10
"""The last questions of every form are not answered yet."""
AT_ONCE = 2000


def answers() -> dict[str, str]:
    """What every unit has answered: of each whole, its part and the rules all but the last ones."""
    given = dict.fromkeys(framework.wholes(), "1500") | dict.fromkeys(framework.counted(), "700")
    given |= dict.fromkeys(framework.rules(), "yes")
    return dict(list(given.items())[:-OPEN])


def fill(units: int, reporters: int, organisers: int, board: int) -> dict[str, object]:
    """What the load needs to know: a session for each person, the code of the unit of those that report."""
    from django.db import transaction

    from chiso.web.models import Duty

    with transaction.atomic():
        made = _units(max(units, board))
        organiser = _people(1, None, "to-chuc")[0]
        before = _cycle(BEFORE, made[:units], organiser, None)
        now = _cycle(CYCLE, made[:units], organiser, before)
        _cycle(BOARD, made[:board], organiser, None, answered=False)
        people = _people(reporters, now, "bao-cao")
        overseers = [organiser, *_people(organisers - 1, None, "theo-doi")]
        for role, group in (("reporter", people), ("organiser", overseers)):
            Duty.objects.bulk_create(Duty(person=person, role=role) for person in group)
        return {
            "reporters": [[_signed_in(each), each.unit.code] for each in people if each.unit],
            "organisers": [_signed_in(each) for each in overseers],
            "answered": list(answers()),
            "questions": [*framework.wholes(), *framework.counted(), *framework.rules()],
        }


def _units(count: int) -> list[Unit]:
    from chiso.web.models import Unit

    Unit.objects.bulk_create(
        (Unit(code=f"xa-{number:05d}", name=f"Ủy ban nhân dân xã Bịa {number:05d}") for number in range(count)),
        batch_size=AT_ONCE,
    )
    return list(Unit.objects.order_by("code"))


def _people(count: int, cycle: Cycle | None, name: str) -> list[Person]:
    """So many accounts; where a cycle is named, each of another one of its units."""
    from chiso.web.models import Person

    found: list[Participant | None] = list(cycle.participants.select_related("unit")) if cycle else [None] * count
    return Person.objects.bulk_create(
        Person(username=f"{name}-{place}", name=f"{name} {place}", password="!", unit=each.unit if each else None)
        for place, each in enumerate(found[:: max(1, len(found) // max(count, 1))][:count])
    )


def _signed_in(person: Person) -> str:
    """The key of a session, as signing in leaves it."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return str(session.session_key)


def _cycle(
    code: str, units: list[Unit], by: Person, before: Cycle | None, *, answered: bool = True
) -> Cycle:  # fmt: skip
    """A cycle that collects until tomorrow, its forms as full as `answers`."""
    from django.utils import timezone

    from chiso.web.actions.cycle.opening import create
    from chiso.web.actions.submission.joining import take_in
    from chiso.web.models import Cycle, Participant, Phase, Submission, Window

    made = create(code, f"Kỳ {code}", 2026, framework=framework.text().encode(), name="tai.yaml", by=None,
                  previous=before)  # fmt: skip
    now = timezone.now()
    Window.objects.create(
        cycle=made, phase=Phase.COLLECTING, opens_at=now - timedelta(days=9), closes_at=now + timedelta(days=1)
    )
    Cycle.objects.filter(pk=made.pk).update(phase=Phase.COLLECTING)
    take_in(made, [Participant(cycle=made, unit=unit, name=str(unit), block="xa", place=place)
                   for place, unit in enumerate(units)], by=None)  # fmt: skip
    made.refresh_from_db()
    if answered:
        forms = list(Submission.objects.filter(participant__cycle=made).select_related("participant__unit"))
        _answered(made, forms, by, now - timedelta(hours=2))
    return made


def _answered(cycle: Cycle, forms: list[Submission], by: Person, at: datetime) -> None:
    """Answers and their history in all forms, and the counts of the first one in every other."""
    from chiso.web.actions.submission.counting import count
    from chiso.web.bridge.chains import unit_chain
    from chiso.web.models import Answer, Chain, Entry, Submission
    from chiso.web.models.submission import State

    Answer.objects.bulk_create(
        (Answer(submission=form, question=question, value=value, by=by, at=at)
         for form in forms for question, value in answers().items()), batch_size=AT_ONCE,
    )  # fmt: skip
    keys = [unit_chain(cycle.code, form.participant.unit.code) for form in forms]
    Chain.objects.bulk_create((Chain(key=key) for key in keys), batch_size=AT_ONCE)
    chains = list(Chain.objects.filter(key__startswith=f"{cycle.code}/"))
    Entry.objects.bulk_create((entry for chain in chains for entry in _entries(chain, by, at)), batch_size=AT_ONCE)
    Chain.objects.bulk_update(chains, ("head", "length"), batch_size=AT_ONCE // 4)
    count(forms[0])
    for form in forms:
        form.state, form.opened_at, form.changed_at = State.OPEN, at, at
        form.asked, form.answered, form.sections = forms[0].asked, forms[0].answered, forms[0].sections
    fields = ("state", "opened_at", "changed_at", "asked", "answered", "sections")
    Submission.objects.bulk_update(forms, fields, batch_size=AT_ONCE // 8)


def _entries(chain: Chain, by: Person, at: datetime) -> Iterator[Entry]:
    """The saves of one unit, each tied to the one before."""
    from chiso.bundle.digests import canonical
    from chiso.web.bridge.chains import entry_digest
    from chiso.web.models import Entry

    for number, (question, value) in enumerate(answers().items(), 1):
        what = {"before": "", "value": value, "note": "", "reply": "", "version": 1}
        entry = Entry(chain=chain, number=number, at=at, by=by.username, verb="save", subject=f"answer/{question}",
                      what=canonical(what), previous=chain.head)  # fmt: skip
        entry.digest = entry_digest(entry, chain.key)
        chain.head, chain.length = entry.digest, number
        yield entry


if __name__ == "__main__":
    from chiso.web import serving

    serving.opened()
    serving.migrate()
    target, *sizes = sys.argv[1:]
    Path(target).write_text(json.dumps(fill(*(int(each) for each in sizes))), encoding="utf-8")
