import csv
from pathlib import Path

from tests.cli.running import files, run


def test_a_template_is_filled_in_and_scored(tmp_path: Path) -> None:
    given = files(tmp_path)
    target = tmp_path / "t.csv"
    assert run("template", given.framework, "--block", "so", "--unit", "a", "-o", target).code == 0
    raw = target.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfunit,block,case,question,value,note,asked,answer\n")
    rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
    assert [row["question"] for row in rows] == [
        "may", "may_moi", "cong", "ty_le", "diem_so", "muc", "ngay", "ho_so", "ho_so_mang", "4",
    ]  # fmt: skip
    values = {"may": "4", "may_moi": "3", "cong": "có"}
    text = raw.decode("utf-8").splitlines()
    filled = [text[0]] + [
        line.replace(f",{row['question']},,", f",{row['question']},{values.get(row['question'], '')},", 1)
        for line, row in zip(text[1:], rows, strict=True)
    ]
    target.write_text("\n".join(filled), encoding="utf-8")
    ran = run("score", given.framework, target, "--format", "csv")
    assert (ran.code, ran.lines[1]) == (0, "T,so,a,50.0,1,kha,")


def test_wide_templates_take_the_units_of_a_register(tmp_path: Path) -> None:
    given = files(tmp_path)
    ran = run("template", given.framework, "--block", "so", "--units", given.units, "--wide", "--decimal", "comma")
    assert ran.lines == [
        "unit;name;block;case;may;may_moi;cong;ty_le;diem_so;muc;ngay;ho_so;ho_so_mang;4",
        "a;Sở A;so;;;;;;;;;;;",
        "b;Sở B, phía nam;so;;;;;;;;;;;",
        "c;Sở C;so;;;;;;;;;;;",
    ]


def test_the_block_is_asked_for_where_there_are_several(tmp_path: Path) -> None:
    given = files(tmp_path)
    for block in ([], ["--block", "huyen"]):
        ran = run("template", given.framework, *block)
        assert (ran.code, ran.err.splitlines()[0]) == (
            2, "Wrong command line: --block: expected one of so (Sở), xa (Xã)",
        )  # fmt: skip
    assert run("template", "tay-ninh-xa-2025").lines[1].startswith(",xa,,")
