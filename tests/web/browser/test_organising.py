"""What the organiser does in the browser: acts that ask before they are done."""

from typing import Any

import pytest

from chiso.web.models import Cycle
from tests.web.people import World
from tests.web.test_look import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_phase_is_moved_once_the_question_is_answered(page: Any, world: World) -> None:
    sign_in(page, world.people["organiser"].username)
    page.goto("/cycles/thu/")
    asked: list[str] = []

    def dismiss(dialog: Any) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", dismiss)
    page.click("button[data-ask]")
    phases = [Cycle.objects.get().phase]
    page.once("dialog", lambda dialog: dialog.accept())
    page.click("button[data-ask]")
    page.wait_for_selector(".alert, .messages, [role=status]")
    phases.append(Cycle.objects.get().phase)
    assert (asked, phases) == (["Chuyển kỳ đánh giá sang giai đoạn này?"], ["collecting", "verifying"])
