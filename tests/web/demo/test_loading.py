"""The model province: every state of a form, a history that holds, loaded once and beside nobody else."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from django.test import Client

from chiso.engine.errors import InputError

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


def test_the_model_province_is_loaded_once_with_every_state_and_its_history_holds(client: Client) -> None:
    from chiso.web.bridge.collecting import sums
    from chiso.web.bridge.previous import previous
    from chiso.web.bridge.storing import place_of
    from chiso.web.bridge.verifying import verified
    from chiso.web.demo.loading import load
    from chiso.web.models import Cycle, Evidence, Submission

    assert (load(NOW), load(NOW)) == (True, False)
    assert [(each.cycle, each.chains, each.broken) for each in verified()] == [
        ("tinh-mau-2025", 44, ()), ("tinh-mau-2026", 39, ()), ("*people", 1, ()),
    ]  # fmt: skip
    cycles = {cycle.code: cycle for cycle in Cycle.objects.all()}
    assert {code: cycle.phase for code, cycle in cycles.items()} == {
        "tinh-mau-2025": "published", "tinh-mau-2026": "collecting",
    }  # fmt: skip
    forms = Submission.objects.filter(participant__cycle__code="tinh-mau-2026")
    assert Counter(forms.values_list("state", "late")) == {
        ("closed", False): 19, ("closed", True): 2, ("open", False): 17, ("unopened", False): 9,
    }  # fmt: skip
    assert [each.participant.unit.code for each in forms.filter(errors__gt=0)] == ["so-nong-nghiep-moi-truong"]
    mine = forms.get(participant__unit__code="so-nong-nghiep-moi-truong")
    first = sums(mine)[0]
    assert (first.answered, first.units, [piece.state for piece in first.pieces]) == (
        2, 3, ["closed", "closed", "unopened"],
    )  # fmt: skip
    assert len(previous(mine.participant)) > 50
    files = Evidence.objects.exclude(digest="")
    assert {(each.media, place_of(each.digest).stat().st_size == each.size) for each in files} == {
        ("application/pdf", True), ("image/png", True),
    }  # fmt: skip
    _accounts(client)


def _accounts(client: Client) -> None:
    """The page of signing in names an account for each role where the installation is a demonstration, else none."""
    from django.conf import settings
    from django.urls import reverse

    from chiso.web.access.trying import accounts_to_try
    from chiso.web.environment import DEMO_PASSWORD

    assert accounts_to_try() == []
    settings.DEMO = True
    try:
        assert [(each.username, each.role) for each in accounts_to_try()] == [
            ("quan-tri", "quản trị"), ("to-chuc", "tổ chức đánh giá"), ("nhap-lieu", "nhập số liệu"),
            ("lanh-dao", "lãnh đạo đơn vị"), ("tham-dinh", "thẩm định"), ("hoi-dong", "thành viên hội đồng"),
            ("kiem-toan", "kiểm tra, giám sát"),
        ]  # fmt: skip
        page = client.get(reverse("account_login")).content.decode()
        assert [name in page for name in ("quan-tri", "nhap-lieu", DEMO_PASSWORD, "tỉnh Mẫu")] == [True] * 4
    finally:
        settings.DEMO = False


def test_the_model_province_does_not_come_among_real_people() -> None:
    from chiso.web.demo.loading import load
    from chiso.web.models import Cycle, Person

    Person.objects.create_user("that", "that@example.vn", "một-mật-khẩu-dài")
    with pytest.raises(InputError) as caught:
        load(NOW)
    assert [problem.where for problem in caught.value.problems] == ["CHISO_VAR"]
    assert not Cycle.objects.exists()
