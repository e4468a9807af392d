"""A small cycle to try pages and actions on: two blocks, a whole and its part, a repeated question, a granted bonus."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

if TYPE_CHECKING:
    from chiso.web.models import Cycle, Participant, Person, Submission

FRAMEWORK = """\
schema: 1
id: nho
title: {vi: Bộ tiêu chí nhỏ, en: A small framework}
nature: example
clause: Quyết định thử
blocks:
  - {id: so, name: {vi: Sở, en: Departments}}
  - {id: xa, name: {vi: Xã, en: Communes}}
cases:
  - {id: dich_vu, name: {vi: Dịch vụ, en: Service}}
questions:
  - {id: can_bo, name: {vi: Số cán bộ, en: Staff}, type: count, unit: người, least: 1}
  - {id: may, name: {vi: Số máy tính, en: Computers}, type: count, unit: máy}
  - {id: may_mang, name: {vi: Số máy nối mạng, en: Computers on the network}, type: count, unit: máy, at_most: may}
  - {id: quy_che, name: {vi: Có quy chế an toàn, en: Has safety rules}, type: yes_no, not_applicable: true}
  - {id: ho_so, name: {vi: Số hồ sơ, en: Dossiers}, type: count, unit: hồ sơ, per: dich_vu}
  - {id: truc_tuyen, name: {vi: Hồ sơ trực tuyến, en: Online dossiers}, type: count, unit: hồ sơ,
     per: dich_vu, at_most: ho_so}
missing: zero
not_applicable: omit
print: {leaf: 2, group: 2, total: 2}
criteria:
  - code: T
    name: {vi: Tổng điểm, en: Total}
    rank: {keys: [{order: descending, decimals: 2}], ties: competition, without_result: listed}
    children:
      - code: "1"
        name: {vi: Hạ tầng, en: Infrastructure}
        children:
          - code: "1.1"
            name: {vi: Máy tính, en: Computers}
            max: 30
            formula: {kind: ratio, part: may, whole: can_bo, whole_zero: zero}
          - code: "1.2"
            name: {vi: Nối mạng, en: Network}
            max: 20
            formula: {kind: ratio, part: may_mang, whole: may, whole_zero: zero}
          - code: "1.3"
            name: {vi: Quy chế, en: Rules}
            max: 10
            formula: {kind: yes_no, question: quy_che}
      - code: "2"
        name: {vi: Dịch vụ, en: Services}
        children:
          - code: "2.1"
            name: {vi: Hồ sơ trực tuyến, en: Online}
            max: 30
            formula: {kind: ratio, part: sum_of(truc_tuyen), whole: sum_of(ho_so), whole_zero: zero}
          - code: "2.2"
            name: {vi: Nhiều nhất, en: Most}
            max: 10
            formula: {kind: to_best, of: may, all_zero: zero}
      - code: C
        name: {vi: Điểm cộng, en: Bonus}
        max: 5
        role: bonus
        formula: {kind: given, most: 5}
"""


def cycle(code: str = "thu", *, phase: str = "collecting", days: int = 5, framework: str = FRAMEWORK) -> "Cycle":
    """A cycle in a phase, whose collecting closes in some days."""
    from chiso.web.actions.cycle.opening import create
    from chiso.web.models import Cycle, Window

    made = create(code, "Kỳ thử", 2026, framework=framework.encode(), name="nho.yaml", by=None)
    now = timezone.now()
    Window.objects.create(
        cycle=made, phase="collecting", opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=days)
    )
    Cycle.objects.filter(pk=made.pk).update(phase=phase)
    made.refresh_from_db()
    return made


def take_in(cycle: "Cycle", *units: Any, block: str = "so", **told: Any) -> "list[Participant]":
    """The units as participants of a cycle, each with an empty form."""
    from chiso.web.actions.submission.joining import take_in as joined
    from chiso.web.models import Participant

    start = cycle.participants.count()
    new = [
        Participant(cycle=cycle, unit=unit, name=unit.name, block=block, place=start + place, **told)
        for place, unit in enumerate(units)
    ]
    joined(cycle, new, by=None)
    return new


def submission(cycle: "Cycle", unit: Any) -> "Submission":
    """The form of a unit in a cycle."""
    from chiso.web.models import Submission

    return Submission.objects.get(participant__cycle=cycle, participant__unit=unit)


def answer(form: "Submission", by: "Person", at: datetime | None = None, **values: Any) -> None:
    """Answers saved by somebody: `question=value`, or for a repeated question `question={case: value}`."""
    from chiso.web.actions.submission.saving import Given, save

    for question, value in values.items():
        for case, text in (value if isinstance(value, dict) else {"": value}).items():
            known = form.answers.filter(question=question, case=case).first()
            version = known.version if known is not None else 0
            save(form, Given(question, case, str(text), version=version), by=by, at=at)
