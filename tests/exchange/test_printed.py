"""Results known from print: their tables with every cell as it was printed."""

import pytest

from chiso.exchange import printed, shipped


def test_what_ships_as_print_ships_no_answers() -> None:
    assert printed.ids() == ("dien-bien-2013", "mic-2016", "thanh-hoa-2015")
    assert set(printed.ids()).isdisjoint(shipped.facts())


def test_tables_in_the_order_of_their_register() -> None:
    found = printed.read("mic-2016").tables
    assert [table.file for table in found] == [
        f"table-{part}.{place}.csv" for part, last in ((2, 9), (3, 6), (4, 11)) for place in range(1, last + 1)
    ]
    assert [(table.title, table.columns, len(table.rows)) for table in found[5:6]] == [
        (
            "Bảng 2.6. Xếp hạng theo số lượng dịch vụ công trực tuyến mức độ 3, mức độ 4 được cung cấp tại các Bộ, "
            "cơ quan ngang Bộ năm 2016",
            ("Thứ hạng", "Bộ, cơ quan ngang Bộ", "Mức độ 3", "Mức độ 4", "Tổng cộng"),
            19,
        )
    ]


def test_cells_as_they_were_printed() -> None:
    (table,) = printed.read("dien-bien-2013").tables
    assert [[cell.text for cell in row] for row in table.rows[:2]] == [
        [
            "Trong bảng xếp hạng chung, tỉnh Điện Biên",
            "60/63",
            "tụt 1 bậc so với năm 2012",
            "",
            "đứng trên Kon Tum, Lai Châu, Sơn La",
        ],
        ["Hạ tầng kỹ thuật CNTT", "47/63", "tăng 6 bậc so với năm 2012", "xếp loại khá", ""],
    ]


def test_another_id_is_unknown() -> None:
    with pytest.raises(KeyError):
        printed.read("kon-tum-2017")
