import csv
import io
import json
from pathlib import Path
from typing import Any

from tests.cli.running import run, run_process
from tests.tables.plain import read as read_text
from tests.tables.plain import tables

TEXT = (
    "Lời dẫn.\nBảng 2.1. Kết quả\n"
    "TT | Đơn vị | Điểm | Hồ sơ |\n1 | Sở A | 89,5 | 1.374 |\n2 | Sở B | 852.4 | 10.309 |\n"
    "3 | Sở C | 9,5 | 5 |\n(*) Theo báo cáo\n\nDanh sách\nTT | Đơn vị | Số |\n1 | Sở D | 5 |\n2 | Sở E | |\n"
)
AMBIGUOUS = (
    "{path}:3: table 2.1, column Điểm: the other mark before decimals in rows 2\n"
    "{path}:3: table 2.1, column Hồ sơ: numbers with two readings (1.374), in rows 1, 2; state the mark "
    "with --decimal\n"
)


def written(folder: Path, text: str = TEXT) -> Path:
    path = folder / "bao-cao.txt"
    path.write_text(text, encoding="utf-8")
    return path


def records(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content)))


def test_the_tables_are_listed_and_doubts_are_told(tmp_path: Path) -> None:
    path = written(tmp_path)
    ran = run("read", path)
    assert (ran.code, ran.err) == (0, AMBIGUOUS.format(path=path))
    assert [line.split() for line in ran.lines if "Kết quả" in line or "Danh sách" in line] == [
        ["2.1", "Kết", "quả", "3", "4", ",", f"{path}:3"],
        ["#2", "Danh", "sách", "2", "3", f"{path}:10"],
    ]


def test_a_stated_mark_settles_what_was_ambiguous(tmp_path: Path) -> None:
    path = written(tmp_path)
    ran = run("read", path, "--decimal", "comma", "--format", "json")
    assert ran.err == f"{path}:3: table 2.1, column Điểm: the other mark before decimals in rows 2\n"
    told = json.loads(ran.out)
    assert list(told) == ["format", "source", "tables"]
    assert (told["format"], told["source"]) == ("chiso-read/1", str(path))
    first: dict[str, Any] = told["tables"][0]
    assert list(first) == ["number", "title", "columns", "rows", "notes"]
    assert (first["number"], first["title"], first["notes"]) == ("2.1", "Kết quả", ["(*) Theo báo cáo"])
    assert first["columns"] == ["TT", "Đơn vị", "Điểm", "Hồ sơ"]
    assert first["rows"][1] == [
        {"text": "2", "value": "2", "at": {"line": 5, "table": 1, "row": 2, "column": 1}},
        {"text": "Sở B", "value": None, "at": {"line": 5, "table": 1, "row": 2, "column": 2}},
        {"text": "852.4", "value": "852.4", "at": {"line": 5, "table": 1, "row": 2, "column": 3}},
        {"text": "10.309", "value": "10309", "at": {"line": 5, "table": 1, "row": 2, "column": 4}},
    ]
    unstated = json.loads(run("read", path, "--format", "json").out)
    assert [cell["value"] for cell in unstated["tables"][0]["rows"][1]] == ["2", None, "852.4", None]


def test_csv_on_standard_output_reads_back_as_the_same_tables(tmp_path: Path) -> None:
    ran = run("read", written(tmp_path), "--format", "csv")
    assert records(ran.out)[:3] == [
        ["Bảng 2.1. Kết quả"],
        ["TT", "Đơn vị", "Điểm", "Hồ sơ"],
        ["1", "Sở A", "89,5", "1.374"],
    ]
    assert tables(read_text(ran.out)) == tables(read_text(TEXT))


def test_a_folder_gets_a_file_for_each_table_and_two_that_describe_them(tmp_path: Path) -> None:
    path, folder = written(tmp_path), tmp_path / "ra"
    ran = run("read", path, "-o", folder)
    assert (ran.code, ran.err.splitlines()[-1]) == (0, f"2 tables were written to {folder}.")
    assert sorted(each.name for each in folder.iterdir()) == [
        "columns.csv", "table-02.csv", "table-2.1.csv", "tables.csv",
    ]  # fmt: skip
    content = {each.name: records(each.read_text(encoding="utf-8")) for each in folder.iterdir()}
    assert content["tables.csv"] == [
        ["file", "number", "title", "rows", "columns", "at", "notes"],
        ["table-2.1.csv", "2.1", "Kết quả", "3", "4", f"{path}:3", "(*) Theo báo cáo"],
        ["table-02.csv", "", "Danh sách", "2", "3", f"{path}:10", ""],
    ]
    assert content["table-2.1.csv"] == [
        ["TT", "Đơn vị", "Điểm", "Hồ sơ"],
        ["1", "Sở A", "89,5", "1.374"],
        ["2", "Sở B", "852.4", "10.309"],
        ["3", "Sở C", "9,5", "5"],
    ]
    assert content["columns.csv"][:5] == [
        ["table", "column", "name", "decimal", "by", "deciding", "against", "ambiguous", "numbers"],
        ["2.1", "1", "TT", "", "", "0", "", "", "3"],
        ["2.1", "2", "Đơn vị", "", "", "0", "", "", "0"],
        ["2.1", "3", "Điểm", ",", "column", "2", "2", "", "3"],
        ["2.1", "4", "Hồ sơ", "", "", "0", "", "1 2", "3"],
    ]


def test_values_are_numbers_where_they_are_certain(tmp_path: Path) -> None:
    path, folder = written(tmp_path), tmp_path / "ra"
    run("read", path, "--values", "-o", folder)
    assert records((folder / "table-2.1.csv").read_text(encoding="utf-8"))[1:] == [
        ["1", "Sở A", "89.5", "1.374"],
        ["2", "Sở B", "852.4", "10.309"],
        ["3", "Sở C", "9.5", "5"],
    ]


def test_a_folder_of_a_run_before_is_replaced_and_one_with_other_files_is_not(tmp_path: Path) -> None:
    path, folder = written(tmp_path), tmp_path / "ra"
    assert [run("read", path, "-o", folder, "--format", each).code for each in ("csv", "xlsx", "json")] == [0, 0, 0]
    assert [each.name for each in folder.iterdir()] == ["bao-cao.json"]
    (folder / "cua-toi.txt").write_text("x", encoding="utf-8")
    assert run("read", path, "-o", folder).code == 2
    assert sorted(each.name for each in folder.iterdir()) == ["bao-cao.json", "cua-toi.txt"]


def test_a_document_without_tables_is_read_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, "Chỉ có lời văn.\nHai đoạn.\n")
    ran = run("read", path)
    assert (ran.code, ran.out, ran.err) == (0, f"{path}: no table; 2 paragraphs of text\n", "")
    assert json.loads(run("read", path, "--format", "json").out)["tables"] == []


def test_bad_input_is_one_message_and_exit_code_2(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(b"\x7fELF" + bytes(40))
    ran = run_process("read", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{path}: bytes of no text; expected: a DOCX, PDF, HTML, XLSX, XLS, ODS, CSV or plain text, "
        "whatever its name ends with; check that it is the right file, or save it as one of these.\n"
    )
    assert run("read", path, "-o", tmp_path / "ra").code == 2
    assert not (tmp_path / "ra").exists()
    assert run("read", path, "--format", "xlsx").err == (
        "--format xlsx: a workbook for standard output; expected: a folder for it; name a folder with -o.\n"
    )
