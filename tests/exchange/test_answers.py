import io
import json
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from chiso.engine.answers import Answers
from chiso.exchange.answers import read
from tests.exchange.refusals import refusals
from tests.exchange.small import ANSWERS, UNITS, answers, framework

LINES = [line.split(",") for line in ANSWERS.splitlines()]
WIDE = """\
unit,block,case,may,may_moi,cong,4,ho_so,ho_so_mang
a,so,,40,30,yes,17.5,,
a,so,dv-1,,,,,10,5
a,so,dv-2,,,,,4,4
b,so,,3,1,no,0.25,,
c,so,,,,,,,
x,xa,,10,10,n/a,20,,
"""


def rows(found: Answers) -> list[tuple[str, str, str, str]]:
    return sorted(row[:4] for row in found.rows())


EXPECTED = rows(answers())


def file(folder: Path, name: str, content: bytes | str) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def folder_of(path: Path) -> str:
    path.mkdir()
    file(path, "answers.csv", ANSWERS)
    file(path, "units.csv", UNITS)
    return str(path)


def zip_of(path: Path) -> str:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("kết quả/answers.csv", ANSWERS)
        archive.writestr("kết quả/units.csv", UNITS)
    return str(path)


def workbook_of(path: Path) -> str:
    raw = io.BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True, "strings_to_numbers": True}) as book:
        for title, text in (("Units", UNITS.replace('"Sở B, phía nam"', "Sở B")), ("Answers", ANSWERS)):
            sheet = book.add_worksheet(title)
            for number, line in enumerate(text.splitlines()):
                sheet.write_row(number, 0, line.split(","))
    return file(path.parent, path.name, raw.getvalue())


def json_of(path: Path) -> str:
    content = {
        "units": [dict(zip(UNITS.splitlines()[0].split(","), u, strict=False)) for u in
                  (["a", "A", "so"], ["b", "B", "so"], ["c", "C", "so", "listed"], ["x", "X", "xa"])],
        "answers": [dict(zip(LINES[0], line, strict=True)) for line in LINES[1:]],
    }  # fmt: skip
    return file(path.parent, path.name, json.dumps(content))


@pytest.mark.parametrize(
    "source",
    [
        lambda path: folder_of(path / "published"),
        lambda path: zip_of(path / "published.zip"),
        lambda path: workbook_of(path / "form.xlsx"),
        lambda path: json_of(path / "answers.json"),
        lambda path: file(path, "wide.csv", WIDE),
    ],
    ids=["folder", "zip", "workbook", "json", "wide"],
)
def test_the_same_answers_come_from_every_form(source: Callable[[Path], str], tmp_path: Path) -> None:
    found = read(source(tmp_path), framework())
    assert rows(found) == EXPECTED
    assert (found.units.codes, found.units.blocks) == (("a", "b", "c", "x"), ("so", "so", "so", "xa"))


def test_a_register_beside_a_csv(tmp_path: Path) -> None:
    register = Path(file(tmp_path, "u.csv", UNITS))
    for text in (ANSWERS, WIDE):
        found = read(file(tmp_path, "a.csv", text), framework(), register=register)
        assert rows(found) == EXPECTED
        assert found.units.names[1] == "Sở B, phía nam"


def test_notes_are_kept() -> None:
    assert answers().notes == {("a", "", "may_moi"): "theo kiểm kê"}


def test_the_comma_is_the_mark_only_where_it_is_said(tmp_path: Path) -> None:
    text = "unit;block;4\na;so;17,5\nb;so;0,25\n"
    path = file(tmp_path, "a.csv", text)
    found = read(path, framework(), comma=True)
    assert rows(found) == [("a", "", "4", "17.5"), ("b", "", "4", "0.25")]
    assert refusals(lambda: read(path, framework())) == [
        f"{path}:{line} ({unit}, 4): '{value}', with ','; expected: a number with '.' as the decimal mark and no "
        "grouping; mend the value, or leave it empty where there is none"
        for line, unit, value in ((2, "a", "17,5"), (3, "b", "0,25"))
    ]


def test_a_published_folder_has_dots_whatever_is_said(tmp_path: Path) -> None:
    assert rows(read(folder_of(tmp_path / "p"), framework(), comma=True)) == EXPECTED


def test_names_typed_on_another_system_are_the_same_names(tmp_path: Path) -> None:
    units = "unit,name,block\nsở-y-tế,Sở Y tế,so\n"
    register = Path(file(tmp_path, "u.csv", unicodedata.normalize("NFD", units)))
    text = unicodedata.normalize("NFC", "unit,question,value\nsở-y-tế,may,1\n")
    found = read(file(tmp_path, "a.csv", text), framework(), register=register)
    assert (found.units.names, rows(found)) == (("Sở Y tế",), [("sở-y-tế", "", "may", "1")])


def test_an_unfilled_template_line_of_a_case_is_no_case(tmp_path: Path) -> None:
    text = "unit,block,case,question,value,note,asked,answer\na,so,,ho_so,,,Hồ sơ,số\na,so,,may,,,Máy,số\n"
    found = read(file(tmp_path, "a.csv", text), framework())
    assert (rows(found), found.cases_of("dich_vu").ids) == ([], ())


def test_a_case_without_any_value_is_a_case(tmp_path: Path) -> None:
    text = "unit,case,question,value,note\na,dv-1,ho_so,,\n"
    found = read(file(tmp_path, "a.csv", text), framework(), register=Path(file(tmp_path, "u.csv", UNITS)))
    assert found.cases_of("dich_vu").ids == ("dv-1",)


LONG_HEADER = "unit,case,question,value,note\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("z,,may,1,", "z, may): the unknown name z; expected: a unit of the register"),
        ("a,,máy,1,", "a, máy): the unknown name máy; expected: a question of the framework; did you mean may?"),
        ("a,,may,-1,", "a, may): -1; expected: at least 0"),
        ("a,,may,1.5,", "a, may): 1.5; expected: a whole number"),
        ('a,,may,"1.234,5",', "a, may): '1.234,5', with ','; expected: a number with '.' as the decimal mark"),
        ("a,,may,nhiều,", "a, may): the text 'nhiều'; expected: a number"),
        ("a,,ty_le,100.1,", "a, ty_le): 100.1; expected: at most 100"),
        ("a,,diem_so,inf,", "a, diem_so): 'inf'; expected: a number of at most 18 digits"),
        ("a,,diem_so,NaN,", "a, diem_so): 'NaN'; expected: a number of at most 18 digits"),
        ("a,,diem_so,1" + "0" * 400 + ",", "a, diem_so): '1000000000000000000000000000000000000…'; expected: a number"),
        ("a,,cong,maybe,", "a, cong): 'maybe'; expected: yes or no"),
        ("a,,muc,vua,", "a, muc): 'vua'; expected: one of cao, thap"),
        ("a,,ngay,21/11/2026,", "a, ngay): '21/11/2026'; expected: a date as 2026-11-21"),
        ("a,,may,n/a,", "a, may): n/a; expected: an answer: the framework does not allow n/a here"),
        ("a,,xa_hoi,1,", "a, xa_hoi): an answer of block so; expected: a question that is asked of this block"),
        ("a,,ho_so,1,", "a, ho_so): the case ''; expected: a case for a question that repeats over cases"),
        ("a,dv,may,1,", "a, may, dv): the case 'dv'; expected: a case for a question that repeats over cases"),
        ("a,,4,20.5,", "a, 4): 20.5 points; expected: 0 to 20"),
    ],
)
def test_a_bad_answer_is_told_with_file_line_unit_and_question(line: str, told: str, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", f"{LONG_HEADER}b,,may,3,\n{line}\n")
    register = Path(file(tmp_path, "u.csv", UNITS))
    problems = refusals(lambda: read(path, framework(), register=register))
    assert [problem.startswith(f"{path}:3 ({told}") for problem in problems] == [True], problems


def test_two_answers_and_a_part_beyond_its_whole_are_told(tmp_path: Path) -> None:
    register = Path(file(tmp_path, "u.csv", UNITS))
    twice = file(tmp_path, "a.csv", f"{LONG_HEADER}a,,may,3,\na,,may,3,\n")
    assert refusals(lambda: read(twice, framework(), register=register)) == [
        f"{twice}:3 (a, may): a second answer to the same question; expected: one answer; keep one of the two rows"
    ]
    beyond = file(tmp_path, "b.csv", f"{LONG_HEADER}a,,may,3,\na,,may_moi,4,\n")
    assert refusals(lambda: read(beyond, framework(), register=register)) == [
        "a, may_moi: 4; expected: at most 3, the answer to may; mend one of the two answers"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ":1: an empty file; expected: a header and lines under it"),
        ("question,value\nmay,1\n", ":1: no column `unit` among question, value; expected: the columns unit, case,"),
        ("unit,block\na,so\n", ":1: no column of a question; expected: the columns unit, case, question, value, note,"),
        ("unit,block,mai\na,so,1\n", ":1: no column of a question; expected"),
        ("unit,block,may,congg\na,so,1,\n", ":1: the column congg; expected: a question of the framework, or one of"),
        ("unit,question,value,nots\na,may,1,\n", ":1: the column nots; expected: a question of the framework, or"),
        ("unit,block,may\na,so,1\na,so,\n", ":3: the unit a a second time; expected: one line for each unit, first"),
        ("unit,may\na,1\n", ": answers without the blocks of their units; expected: a register of units, or"),
        ("unit,block,may\na,so,1,2\n", ":2: the cell '2' under no column name; expected: 3 columns"),
    ],
)
def test_a_bad_table_is_told_with_its_line(text: str, told: str, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", text)
    problems = refusals(lambda: read(path, framework()))
    assert [problem.startswith(f"{path}{told}") for problem in problems] == [True], problems


def test_the_register_and_the_block_column_must_agree(tmp_path: Path) -> None:
    register = Path(file(tmp_path, "u.csv", UNITS))
    path = file(tmp_path, "a.csv", "unit,block,may\na,xa,1\n")
    assert refusals(lambda: read(path, framework(), register=register)) == [
        f"{path}:2: the block 'xa' of the unit a; expected: so, as the register has it; make the two agree"
    ]


def test_a_unit_that_nobody_knows_is_found_without_answers(tmp_path: Path) -> None:
    register = Path(file(tmp_path, "u.csv", UNITS))
    path = file(tmp_path, "a.csv", "unit,may\nz,\n")
    problems = refusals(lambda: read(path, framework(), register=register))
    assert [problem.startswith(f"{path}:2 (z, may): the unknown name z;") for problem in problems] == [True]


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: str(path), ": a folder without answers.csv; expected: a file of answers, or a published folder"),
        (lambda path: str(path / "no.csv"), ": a file that cannot be read (No such file or directory); expected"),
        (lambda path: file(path, "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1"), ": a workbook of the old kind (.xls), or one"),
        (lambda path: file(path, "a.zip", b"PK\x03\x04broken"), ": a damaged zip; expected: a whole zip"),
        (lambda path: file(path, "a.csv", b"unit,may\na,\xff\n"), ":2:3: bytes that are not UTF-8; expected"),
    ],
    ids=["folder", "absent", "old", "damaged", "bytes"],
)
def test_what_is_no_file_of_answers_is_refused(make: Callable[[Path], str], told: str, tmp_path: Path) -> None:
    name: Any = make(tmp_path)
    problems = refusals(lambda: read(name, framework()))
    assert [problem.startswith(f"{name}{told}") for problem in problems] == [True], problems


def test_a_published_folder_without_its_register_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p"
    path.mkdir()
    file(path, "answers.csv", ANSWERS)
    assert refusals(lambda: read(str(path), framework()))[0].startswith(f"{path}: answers without the blocks")
    (path / "answers.csv").unlink()
    file(path, "units.csv", UNITS)
    assert refusals(lambda: read(str(path), framework()))[0].startswith(f"{path}: no table `answers`; expected")


def test_facts_that_ship_are_read_by_their_id() -> None:
    from chiso.exchange import frameworks

    found = read("kon-tum-2017", frameworks.read("kon-tum-2017").framework)
    assert (len(found.units), len(list(found.rows()))) == (30, 196)
