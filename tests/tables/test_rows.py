"""What a row is: a total, or several units that share the last place."""

from chiso.tables.cells import Address, Cell
from chiso.tables.rows import is_total, listed


def row(*texts: str) -> list[Cell]:
    return [Cell(text, Address("t.txt")) for text in texts]


def test_a_total_row_is_known_by_its_first_words() -> None:
    rows = [
        row("", "Tổng cộng", "5"),
        row("Tổng số:", "5"),
        row("CỘNG", "5"),
        row("3", "Tổng cục Thuế", "5"),
        row("", ""),
    ]
    assert [is_total(each) for each in rows] == [True, True, True, False, False]


def test_a_semicolon_parts_names_and_brackets_hold_together() -> None:
    assert listed("Thanh tra Chính phủ (do đặc thù; chưa thực hiện); Ủy ban Dân tộc") == (
        "Thanh tra Chính phủ (do đặc thù; chưa thực hiện)",
        "Ủy ban Dân tộc",
    )


def test_a_comma_parts_names_only_where_that_is_sure() -> None:
    provinces = "Bạc Liêu, Bắc Kạn, Cao Bằng"
    assert listed(provinces) == (provinces,)
    assert listed(provinces, count=3) == ("Bạc Liêu", "Bắc Kạn", "Cao Bằng")
    assert listed(provinces, known={"Bạc Liêu", "Bắc Kạn", "Cao Bằng"}) == ("Bạc Liêu", "Bắc Kạn", "Cao Bằng")
    ministry = "Bộ Lao động, Thương binh và Xã hội"
    assert listed(ministry, known={"Bộ Y tế"}) == (ministry,)
    assert listed(ministry, count=1) == (ministry,)
