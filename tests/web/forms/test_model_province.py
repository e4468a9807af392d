"""The answers of the model province, typed as they are shown, are the answers of the model province."""

from typing import Any

import pytest
from django.utils import translation

from chiso.exchange import answers as answer_files
from chiso.exchange import frameworks, shipped
from chiso.language import use
from chiso.web.actions.cycle.opening import create
from chiso.web.actions.submission.saving import Given, save
from chiso.web.bridge.sheet import question_of
from chiso.web.forms.submission.laying import answered
from chiso.web.forms.submission.overview import overview
from chiso.web.forms.submission.rows import Row
from chiso.web.forms.submission.scoring import points
from chiso.web.forms.submission.typed import Ready, ready, typed
from chiso.web.models import Answer, Cycle, Submission
from tests.web.making import submission, take_in
from tests.web.people import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def forms(world: World) -> dict[str, Submission]:
    """A form of each block of the model set."""
    cycle = create("mau", "Mẫu", 2026, framework=shipped.framework_bytes("mau-tinh"), name="mau.yaml", by=None)
    take_in(cycle, world.unit, block="so")
    take_in(cycle, world.other, block="xa")
    Cycle.objects.filter(pk=cycle.pk).update(phase="collecting")
    return {"so": submission(cycle, world.unit), "xa": submission(cycle, world.other)}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_answer_is_read_back_from_its_field_as_it_was(
    language: str, world: World, forms: dict[str, Submission]
) -> None:
    by = world.people["reporter"]
    found = answer_files.read("mau-tinh", frameworks.read("mau-tinh").framework)
    blocks = dict(zip(found.units.codes, found.units.blocks, strict=True))
    wrong, count = [], 0
    with translation.override(language), use(language):
        for unit, case, question, value, given in found.rows():
            note = given or ("không phát sinh" if value == "n/a" else "")
            told = again(forms[blocks[unit]], Answer(question=question, case=case, value=value, note=note, by=by))
            if told is not None:
                count += 1
                wrong += [] if told == (value, note) else [(unit, question, value, told)]
    assert wrong == []
    assert count == 4362


def again(form: Submission, answer: Answer) -> tuple[str, str] | None:
    """What comes back of an answer that stands in its field; None where the form does not ask it."""
    asked = question_of(form.participant.cycle, form.participant.block, answer.question)
    if asked is None:
        return None
    # The row needs no field to show what was answered.
    blank: Any = Row(None, answer.case)  # type: ignore[arg-type]
    row = answered(blank, asked, answer)
    posted = {"value": row.text, "note": row.note, **({} if row.applies else {"na": "1"})}
    if asked.type == "document":
        posted |= vars(row.reference)
    told = ready(form, typed(posted, answer.question, answer.case))
    return (told.value, told.note) if isinstance(told, Ready) else (told, "")


def test_the_score_follows_the_answers_of_a_unit(world: World, forms: dict[str, Submission]) -> None:
    found = answer_files.read("mau-tinh", frameworks.read("mau-tinh").framework)
    form, by = forms["so"], world.people["reporter"]
    for unit, case, question, value, note in found.rows():
        if unit == "so-tai-chinh" and question_of(form.participant.cycle, "so", question) is not None:
            save(form, Given(question, case, value, note), by=by)
    form.refresh_from_db()
    total = points(overview(form))[0].line
    assert (form.answered, form.asked, form.errors) == (99, 100, 0)
    assert (total.points, total.maximum, total.provisional) == ("871,32", "1.000", True)
