"""The tables of the dossier on security levels, written from the roles, phases and settings: `make docs`."""

import os
from collections.abc import Iterable, Iterator, Mapping

from tests.house.sources import CHECKOUT

PAGE = CHECKOUT / "docs" / "ho-so-cap-do.md"
VERBS = {
    "see_all": "xem toàn bộ đơn vị, phiếu, nhật ký của một kỳ",
    "manage_people": "mời, phân vai trò, khóa, mở tài khoản",
    "organise": "tổ chức kỳ: bộ tiêu chí, danh sách đơn vị, lịch, thông báo, nhắc việc",
    "see_runs": "xem các lần tính điểm",
    "see_verification": "xem việc thẩm định",
    "run": "tính điểm",
    "reply": "trả lời kiến nghị về kết quả",
    "write_papers": "soạn văn bản từ kết quả",
    "see_papers": "xem văn bản đã soạn",
    "set_up": "chuẩn bị kỳ đánh giá",
    "answer": "nhập số liệu, đính kèm tài liệu kiểm chứng của đơn vị mình",
    "close": "chốt phiếu của đơn vị mình",
    "confirm": "xác nhận số liệu của đơn vị mình",
    "extend": "gia hạn cho một đơn vị, có lý do",
    "reopen": "mở lại phiếu đã chốt, có lý do",
    "verify": "thẩm định số liệu được giao, không phải của đơn vị mình",
    "explain": "giải trình",
    "grant": "cho điểm của hội đồng",
    "meet": "ghi biên bản họp",
    "settle": "chốt kết quả",
    "object": "kiến nghị về kết quả của đơn vị mình",
    "submit": "trình phê duyệt",
    "approve": "phê duyệt",
    "send_back": "trả lại, có lý do",
    "verify_again": "đưa về thẩm định lại, có lý do",
    "publish": "công bố",
}
"""What each act of `models.phases` is in the words of the dossier."""


def tables() -> dict[str, str]:
    """The tables by the name of their place in the page."""
    return {"vai-tro": _roles(), "giai-doan": _phases(), "tham-so": _settings()}


def filled(page: str) -> str:
    """The page with its tables as they must be."""
    for name, table in tables().items():
        head, begin, rest = page.partition(f"<!-- {name} -->\n")
        _old, end, tail = rest.partition(f"<!-- hết {name} -->")
        assert begin, f"{PAGE} has no place for {name}"
        assert end, f"{PAGE} has no end of {name}"
        page = head + begin + table + end + tail
    return page


def verbs() -> set[str]:
    """All acts that a role may do."""
    from chiso.web.models.phases import ALLOWED, ALWAYS

    return set(ALWAYS) | {verb for allowed in ALLOWED.values() for verb in allowed}


def _roles() -> str:
    """What each role may do whatever the phase, and in some phase."""
    from chiso.web.models.people import Role
    from chiso.web.models.phases import ALLOWED, ALWAYS

    rows = [("Vai trò", "Mã", "Luôn được", "Được trong một số giai đoạn")]
    for role in Role:
        always = [VERBS[verb] for verb, roles in ALWAYS.items() if role in roles]
        sometimes = dict.fromkeys(
            verb for allowed in ALLOWED.values() for verb, roles in allowed.items() if role in roles
        )
        rows.append((str(role.label), f"`{role.value}`", _listed(always), _listed(VERBS[verb] for verb in sometimes)))
    return _table(rows)


def _phases() -> str:
    """What may be done in each phase, and by whom; what is not listed is refused."""
    from chiso.web.models.people import Role
    from chiso.web.models.phases import ALLOWED

    rows = [("Giai đoạn", "Việc được làm", "Vai trò")]
    for phase, allowed in ALLOWED.items():
        for verb, roles in allowed.items():
            who = ", ".join(str(role.label) for role in Role if role in roles)
            rows.append((str(phase.label), VERBS[verb], who))
        if not allowed:
            rows.append((str(phase.label), "không việc nào làm thay đổi số liệu, kết quả", "–"))
    return _table(rows)


def _settings() -> str:
    """The numbers that hold in every installation."""
    from chiso.web import settings

    [least] = [each["OPTIONS"]["min_length"] for each in settings.AUTH_PASSWORD_VALIDATORS if "min_length" in str(each)]
    wait = round(settings.AXES_COOLOFF_TIME * 60)
    told: Mapping[str, object] = {
        "Độ dài tối thiểu của mật khẩu": f"{least} ký tự; không trùng tên, không phổ biến, không toàn chữ số",
        "Băm mật khẩu": "Argon2id" if "Argon2" in settings.PASSWORD_HASHERS[0] else settings.PASSWORD_HASHERS[0],
        "Số lần nhập sai trước khi khóa": f"{settings.AXES_FAILURE_LIMIT} lần, khóa {wait} phút theo tên và địa chỉ",
        "Giới hạn đăng nhập từ một địa chỉ": str(settings.ACCOUNT_RATE_LIMITS["login"]).replace(
            "/m/ip", " lần một phút"
        ),
        "Xác thực bước hai": ", ".join(settings.MFA_SUPPORTED_TYPES),
        "Thời hạn một phiên làm việc": f"{settings.SESSION_COOKIE_AGE // 3600} giờ",
        "Nhập lại mật khẩu trước việc nhạy cảm": f"sau {settings.ACCOUNT_REAUTHENTICATION_TIMEOUT // 60} phút",
        "Thời hạn liên kết đặt lại mật khẩu": f"{settings.PASSWORD_RESET_TIMEOUT // 3600} giờ",
        "Chính sách nội dung (CSP)": "; ".join(
            f"`{name} {' '.join(values)}`" for name, values in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
        ),
        "Kích thước tối đa của một tệp": f"{settings.UPLOAD_LIMIT // 1024**2} MB (`CHISO_UPLOAD_MB`)",
        "Hạn mức tài liệu của một đơn vị": f"{settings.UNIT_QUOTA // 1024**2} MB (`CHISO_QUOTA_MB`)",
    }
    return _table([("Tham số", "Giá trị"), *((name, str(value)) for name, value in told.items())])


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    return "".join(_lines(list(rows)))


def _lines(rows: list[tuple[str, ...]]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield f"| {' | '.join(row)} |\n"
        if place == 0:
            yield "|" + "---|" * len(row) + "\n"


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words) or "–"


def write() -> None:
    """Writes the tables into the page, in Vietnamese and by the settings that hold where nothing is said."""
    for name in [name for name in os.environ if name.startswith("CHISO_")]:
        del os.environ[name]
    os.environ["DJANGO_SETTINGS_MODULE"] = "chiso.web.settings"
    import django
    from django.utils import translation

    django.setup()
    with translation.override("vi"):
        PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
