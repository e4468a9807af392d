from chiso.engine.answers import Units
from chiso.exchange.delimited import table
from chiso.exchange.register import units, units_beside
from tests.exchange.refusals import refusals
from tests.exchange.small import UNITS, framework


def read(text: str) -> Units:
    return units(table(text, "u.csv"), framework())


def test_the_register_keeps_its_order() -> None:
    assert read(UNITS) == Units(
        ("a", "b", "c", "x"),
        ("Sở A", "Sở B, phía nam", "Sở C", "Xã X"),
        ("so", "so", "so", "xa"),
        ("ranked", "ranked", "listed", "ranked"),
        ("", "", "chưa tự đánh giá", ""),
    )


def test_name_status_and_note_may_be_left_out() -> None:
    assert read("unit,block,source\n a ,so,báo\n") == Units(("a",), ("a",), ("so",), ("ranked",), ("",))


def test_everything_that_is_wrong_is_told_with_its_line() -> None:
    text = "unit,block,status\na,so,\na,xa,\n,so,\nb,huyen,\nc,so,first\n"
    assert refusals(lambda: read(text)) == [
        "u.csv:3: the unit a a second time; expected: every unit once; keep one of the two lines",
        "u.csv:4: the unit code ''; expected: a code of 1 to 120 printable characters; write the code",
        "u.csv:5: the block 'huyen' of the unit b; expected: one of so, xa; mend the `block` column",
        "u.csv:6: the status 'first' of the unit c; expected: one of ranked, listed, excluded; "
        "mend the `status` column",
    ]
    assert refusals(lambda: read("code,blok\na,so\n")) == [
        "u.csv:1: the column code; expected: only unit, name, block, status, note; leave the column out",
        "u.csv:1: the column blok; expected: only unit, name, block, status, note; did you mean block?",
        "u.csv:1: no column `unit`; expected: a column `unit` with the code of each unit; add it",
    ]


def test_units_beside_answers_agree_from_line_to_line() -> None:
    text = "unit,name,block,question,value\na,Sở A,so,may,1\na,,,cong,yes\nx,Xã X,xa,may,2\n"
    assert units_beside(table(text, "a.csv"), framework()) == Units(
        ("a", "x"), ("Sở A", "Xã X"), ("so", "xa"), ("ranked", "ranked"), ("", "")
    )
    wrong = text + "a,Sở B,xa,ty_le,5\n"
    assert refusals(lambda: units_beside(table(wrong, "a.csv"), framework())) == [
        "a.csv:5: name Sở B of the unit a; expected: Sở A, as in an earlier line; make the two agree",
        "a.csv:5: block xa of the unit a; expected: so, as in an earlier line; make the two agree",
    ]
