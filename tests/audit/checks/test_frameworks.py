"""Tables against the framework they follow."""

import pytest

from chiso.engine.framework import Framework
from chiso.exchange.frameworks import read
from tests.audit.making import Short, audited, findings, table

COLUMNS = (
    "STT | Tên đơn vị | Hạ tầng kỹ thuật CNTT | Nguồn nhân lực CNTT | Sử dụng các phần mềm ứng dụng | "
    "Chính sách và đầu tư cho ƯDCNTT | Trang/Cổng TTĐT | An toàn thông tin | Điểm cộng/trừ | Tổng điểm | Xếp loại"
)
TITLE = "2. Kết quả xếp loại mức độ ứng dụng CNTT của các sở, ban, ngành"


@pytest.fixture(scope="module")
def framework() -> Framework:
    return read("kon-tum-2017").framework


def test_classes_and_maxima_that_hold(framework: Framework) -> None:
    text = table(COLUMNS, "1 | Sở Y tế | 100 | 190 | 330 | 180 | 90 | 40 | 10 | 940 | Tốt", title=TITLE)
    found = audited(text, framework)
    assert found.findings == ()
    assert [(each.kind, each.count) for each in found.confirmed if "kon-tum-2017" in str(each.what)] == [
        ("class", 1),
        ("range", 1),
    ]


def test_a_class_that_the_framework_does_not_give(framework: Framework) -> None:
    text = table(COLUMNS, "1 | Sở Y tế | 100 | 190 | 330 | 180 | 90 | 40 | 10 | 940 | Khá", title=TITLE)
    assert findings(text, framework) == [Short("class", "Khá", "Tốt")]


def test_points_beyond_the_maximum(framework: Framework) -> None:
    text = table(COLUMNS, "1 | Sở Y tế | 100 | 190 | 330 | 180 | 90 | 50 | 10 | 950 | Tốt", title=TITLE)
    assert findings(text, framework) == [Short("range", "50", "40")]


def test_a_total_where_the_limit_is_not_known_is_undecided(framework: Framework) -> None:
    text = table(COLUMNS, "1 | Sở Y tế | 100 | 190 | 330 | 100 | 90 | 30 | 10 | 850 | Tốt", title=TITLE)
    assert (findings(text, framework), [each.kind for each in audited(text, framework).undecided]) == ([], ["class"])


def test_a_framework_that_fits_no_table(framework: Framework) -> None:
    text = table("Thứ hạng | Tỉnh | Chỉ số năm 2020", "1 | An Giang | 0,9")
    assert [each.kind for each in audited(text, framework).undecided] == ["rank"]
