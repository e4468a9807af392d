"""Evidence of the model province: official papers and a picture that are drawn when it is loaded, links, references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal

from chiso.report.charts import png
from chiso.report.figures import Bar, Chart
from chiso.report.official.days import Day
from chiso.report.official.form import Frame, Official, Paragraph, Run
from chiso.report.official.framing import lines_of, place_line
from chiso.report.official.pdf import pdf
from chiso.web.actions.submission.evidence import For, New, add_evidence
from chiso.web.actions.submission.files import take_in
from chiso.web.demo.answers import form
from chiso.web.demo.calendar import Days
from chiso.web.models import Cycle, Evidence, Person, Submission
from chiso.web.models.submission import State

WITH_FILES = 8
"""So many units have files; the others have links and references to documents."""
Kind = Evidence.Kind
PLAN = "Kế hoạch ứng dụng công nghệ thông tin, chuyển đổi số năm 2026"
DECISION = (
    "Kế hoạch này nêu nhiệm vụ, người thực hiện và kinh phí ứng dụng công nghệ thông tin của đơn vị trong năm 2026.",
    "Trưởng các phòng, ban trực thuộc chịu trách nhiệm thi hành Quyết định này.",
)
MONTHS = (41, 38, 52, 57, 60, 66, 71, 69, 74, 80, 83, 88)


def put(cycle: Cycle, people: Mapping[str, Person], days: Days, last: Mapping[str, int]) -> None:
    """Evidence for the forms that are filled in and not closed yet; last: the day on which each unit worked."""
    wanted = Submission.objects.filter(participant__cycle=cycle, state=State.OPEN, answered__gt=0)
    codes = list(wanted.order_by("participant__place").values_list("participant__unit__code", flat=True))
    for place, unit in enumerate(codes):
        submission, at = form(cycle, unit), days.at(last[unit], 10)
        _links(submission, people[unit], at)
        if place < WITH_FILES:
            _files(submission, people[unit], at, place)


def _links(submission: Submission, by: Person, at: datetime) -> None:
    reference = {
        "number": f"{20 + submission.pk}/KH-TM", "day": f"{at:%Y}-01-15", "issuer": submission.participant.name,
        "subject": PLAN,
    }  # fmt: skip
    for question, new in (
        ("vb_ke_hoach", New(Kind.DOCUMENT, PLAN, reference=reference)),
        ("dia_chi_cong", New(Kind.LINK, "Trang thông tin điện tử", url=f"https://{_host(submission)}.example/")),
        ("may_tram", New(Kind.ON_SITE, "Biên bản kiểm kê máy tính ngày 31/12, lưu tại văn phòng đơn vị")),
    ):
        if question in _answered(submission):
            add_evidence(submission, new, by=by, speaks=For(question), at=at)


def _files(submission: Submission, by: Person, at: datetime, place: int) -> None:
    name = submission.participant.name
    paper = take_in(submission, _pieces(pdf(_decision(name, at))), f"Quyết định ban hành kế hoạch - {name}.pdf")
    picture = take_in(submission, _pieces(png(_months(name, place), "vi")), "Thống kê văn bản điện tử theo tháng.png")
    found = _answered(submission)
    evidence = add_evidence(submission, New(Kind.FILE, "Quyết định ban hành kế hoạch", file=paper), by=by, at=at)
    shown = add_evidence(submission, New(Kind.FILE, "Thống kê văn bản điện tử", file=picture), by=by, at=at)
    for question, piece, pointer in (
        ("vb_ke_hoach", evidence, "trang 1"), ("lanh_dao_phu_trach", evidence, "Điều 2"), ("vb_di", shown, ""),
        ("vb_den", shown, ""),
    ):  # fmt: skip
        if question in found:
            _attach(piece, question, pointer, by, at)


def _attach(piece: Evidence, question: str, pointer: str, by: Person, at: datetime) -> None:
    from chiso.web.actions.submission.evidence import attach

    attach(piece, For(question, pointer=pointer), by=by, at=at)


def _answered(submission: Submission) -> set[str]:
    return set(submission.answers.exclude(value="").values_list("question", flat=True))


def _host(submission: Submission) -> str:
    return f"{submission.participant.unit.code}.tinh-mau"


def _pieces(content: bytes) -> Iterable[bytes]:
    return (content,)


def _decision(unit: str, at: datetime) -> Official:
    """A paper of a made-up unit, in the form of official documents."""
    frame = Frame(
        superior=lines_of("Ủy ban nhân dân tỉnh Mẫu"), issuer=lines_of(unit), number="Số: 01/QĐ-TM",
        place=place_line("Tỉnh Mẫu", Day(at.year, 1, 15)), kind="QUYẾT ĐỊNH", subject=f"Ban hành {PLAN}",
        decides="THỦ TRƯỞNG ĐƠN VỊ", grounds=("Căn cứ chức năng, nhiệm vụ của đơn vị",), to=(),
        recipients=("Như Điều 2", "Lưu: VT"), authority=("THỦ TRƯỞNG ĐƠN VỊ",), name="(Văn bản tự đặt ra)",
    )  # fmt: skip
    return Official("vi", f"Quyết định: {unit}", frame, tuple(_articles()))


def _articles() -> Iterator[Paragraph]:
    yield Paragraph((Run(f"Ban hành kèm theo Quyết định này {PLAN}."),), "Điều 1.")
    for number, words in enumerate(DECISION, 2):
        yield Paragraph((Run(words),), f"Điều {number}.")
    yield Paragraph((Run("Văn bản này được tự đặt ra để trình diễn, không có thật."),), kind="remark")


def _months(unit: str, place: int) -> Chart:
    """The documents that a made-up unit sent electronically, month by month."""
    counts = [count + 3 * place for count in MONTHS]
    bars = tuple(
        Bar(f"Tháng {month}", (Decimal(count),), Decimal(count), str(count)) for month, count in enumerate(counts, 1)
    )
    title = f"Văn bản đi điện tử theo tháng, {unit} (số liệu tự đặt ra)"
    return Chart(1, title, "bars", "Văn bản", (), bars, (), title)
