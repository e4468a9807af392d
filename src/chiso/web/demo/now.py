"""The cycle of this year, collecting: forms in every state, a deadline moved, one unit with subordinate units."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from itertools import cycle as repeated

from chiso.exchange import shipped
from chiso.web.actions.cycle.extending import announce, extend
from chiso.web.actions.cycle.opening import create, move, set_window
from chiso.web.actions.submission.closing import close, close_late, confirm, reopen
from chiso.web.actions.submission.registering import register
from chiso.web.actions.submission.visiting import visit
from chiso.web.bridge.register import lines
from chiso.web.demo.answers import Row, fill, form, part, rows
from chiso.web.demo.calendar import Days
from chiso.web.demo.people import REPORTING
from chiso.web.models import Cycle, Person, Phase, Unit

FACTS, CODE = "mau-tinh", "tinh-mau-2026"
MADE, OPENED, FIRST_DEADLINE, DEADLINE = -30, -25, -3, 9
FEEDERS = {
    "chi-cuc-kiem-lam": "Chi cục Kiểm lâm tỉnh Mẫu",
    "chi-cuc-thuy-loi": "Chi cục Thủy lợi tỉnh Mẫu",
    "trung-tam-khuyen-nong": "Trung tâm Khuyến nông tỉnh Mẫu",
}
"""The subordinate units that one department collects from."""
ANSWERING = ("chi-cuc-kiem-lam", "chi-cuc-thuy-loi")
"""Those of them that have answered; the third has nobody yet."""

STANDS = {
    "van-phong-ubnd": "confirmed", "so-khoa-hoc-cong-nghe": "confirmed", "so-noi-vu": "half", "so-tai-chinh": "closed",
    REPORTING: "most", "so-xay-dung": "extended", "so-cong-thuong": "confirmed", "so-tu-phap": "complete",
    "so-y-te": "late", "so-giao-duc-dao-tao": "unopened", "so-van-hoa-the-thao-du-lich": "few",
    "so-dan-toc-ton-giao": "closed", "thanh-tra-tinh": "opened", "bql-khu-cong-nghiep": "confirmed",
    "xa-mau-at": "reopened", "xa-mau-dinh": "late",
}  # fmt: skip
OTHERS = ("confirmed", "half", "closed", "complete", "unopened", "closed", "few", "confirmed", "opened", "unopened")
"""Where the other units stand, one after the other."""
PERCENT = {"confirmed": 100, "closed": 100, "complete": 100, "most": 70, "half": 55, "extended": 45, "late": 80,
           "reopened": 90, "few": 15, "opened": 0}  # fmt: skip
EXTENSION = "Phần mềm quản lý văn bản của đơn vị đang chuyển đổi, chưa kết xuất được số liệu"
REOPENING = "Đơn vị đề nghị nộp bổ sung số liệu dịch vụ công trực tuyến"
WELCOME = (
    "Mời các đơn vị nhập số liệu năm 2026",
    "Mỗi đơn vị nhập số liệu trên trang này hoặc điền vào tệp Excel tải từ biểu mẫu rồi nộp lại. Không đưa tài liệu "
    "thuộc danh mục bí mật nhà nước lên hệ thống. Thủ trưởng đơn vị chốt số liệu trước hạn.",
)
MOVED = (
    "Lùi hạn nộp số liệu",
    "Một số đơn vị chưa kết xuất được số liệu từ hệ thống một cửa. Hạn nộp chung được lùi; hạn mới ghi ở phần Lịch. "
    "Đơn vị đã bị chốt do quá hạn mà cần bổ sung thì đề nghị đơn vị tổ chức mở lại biểu mẫu.",
)


def opened(by: Person, organiser: Unit, previous: Cycle, days: Days) -> Cycle:
    """The cycle of this year, collecting, with its register and its first deadline."""
    cycle = create(
        CODE, "Đánh giá mức độ ứng dụng công nghệ thông tin của các cơ quan tỉnh Mẫu năm 2026", 2026,
        framework=shipped.framework_bytes(FACTS), name=f"{FACTS}.yaml", by=by, previous=previous, organiser=organiser,
        at=days.at(MADE),
    )  # fmt: skip
    register(cycle, lines(cycle, _register(), "units.csv"), by=by, at=days.at(MADE, 10))
    set_window(
        cycle, Phase.COLLECTING, days.at(OPENED, 8), days.end(FIRST_DEADLINE), by=by, at=days.at(MADE, 11)
    )  # fmt: skip
    cycle = move(cycle, Phase.COLLECTING, by=by, at=days.at(OPENED, 8))
    announce(cycle, *WELCOME, by=by, at=days.at(OPENED, 8, 30))
    return cycle


def _register() -> bytes:
    """The register that ships, and the subordinate units of one department."""
    text = StringIO(shipped.facts_files(FACTS)["units.csv"].decode())
    units = list(csv.DictReader(text))
    columns = ("unit", "name", "block", "status", "note", "parent", "collects_for")
    for code, name in FEEDERS.items():
        told = (code, name, "so", "ranked", units[0]["note"], REPORTING, REPORTING)
        units.append(dict(zip(columns, told, strict=True)))
    written = StringIO()
    writer = csv.DictWriter(written, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(units)
    return written.getvalue().encode()


def stands(units: Sequence[str]) -> dict[str, str]:
    """Where each unit is to stand."""
    others = repeated(OTHERS)
    return {unit: STANDS.get(unit) or next(others) for unit in units}


def filled(cycle: Cycle, people: Mapping[str, Person], days: Days) -> dict[str, int]:
    """Fills the forms as far as each is to stand before the first deadline; the day on which each unit did.

    Those that nobody has opened are left out.
    """
    answered, worked = rows(cycle, FACTS), {}
    for place, (unit, stand) in enumerate(stands(list(answered)).items()):
        if stand == "unopened":
            continue
        submission, day = form(cycle, unit), OPENED + 2 + place % 18
        worked[unit] = day
        visit(submission, by=people[unit], at=days.at(day, 8))
        if PERCENT[stand]:
            fill(submission, part(answered[unit], PERCENT[stand]), by=people[unit], at=days.at(day, 9))
    _feeders(cycle, answered[REPORTING], people, days)
    return worked


def _feeders(cycle: Cycle, whole: Sequence[Row], people: Mapping[str, Person], days: Days) -> None:
    """Two of the subordinate units have answered for their share, the third has not opened its form."""
    for place, unit in enumerate(ANSWERING):
        shares = [Row("", row.question, str(int(row.value) // (4 + place)), "")
                  for row in whole if row.value.isdecimal() and not row.case]  # fmt: skip
        submission = form(cycle, unit)
        fill(submission, [row for row in shares if row.value != "0"], by=people[unit], at=days.at(OPENED + 6 + place))
        submission.refresh_from_db()
        if not submission.errors:
            close(submission, by=people[unit], at=days.at(OPENED + 8 + place))


def closed(cycle: Cycle, people: Mapping[str, Person], by: Person, days: Days) -> Cycle:
    """Closes what is to be closed, moves the deadline, extends one, opens one again."""
    found = {unit: form(cycle, unit) for unit in people if cycle.participants.filter(unit__code=unit).exists()}
    standing = stands(list(rows(cycle, FACTS)))
    for unit, stand in standing.items():
        if stand in ("confirmed", "closed") and not found[unit].errors:
            close(found[unit], by=people[unit], at=days.at(FIRST_DEADLINE - 1, 14))
        if stand == "confirmed" and not found[unit].errors:
            confirm(found[unit], 1, by=people[unit], at=days.at(FIRST_DEADLINE - 1, 15))
        if stand in ("late", "reopened"):
            close_late(found[unit], at=days.at(FIRST_DEADLINE, 17, 1))
    set_window(
        cycle, Phase.COLLECTING, days.at(OPENED, 8), days.end(DEADLINE), by=by, at=days.at(FIRST_DEADLINE + 1, 8)
    )  # fmt: skip
    announce(cycle, *MOVED, by=by, at=days.at(FIRST_DEADLINE + 1, 8, 30))
    for unit, stand in standing.items():
        if stand == "extended":
            participant = form(cycle, unit).participant
            extend(participant, days.end(DEADLINE + 7), reason=EXTENSION, by=by, at=days.at(FIRST_DEADLINE + 1, 10))
        if stand == "reopened":
            at = days.at(FIRST_DEADLINE + 1, 14)
            reopen(form(cycle, unit), by=by, reason=REOPENING, until=days.end(DEADLINE), at=at)
    return cycle
