import csv
import json
import shutil
from pathlib import Path

import pytest

from chiso.bundle.making import write
from tests.bundle.small import CORRECTIONS, KEY, edited, published
from tests.cli.running import run

FILES = published(KEY, CORRECTIONS)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("scores.csv", "a,1,30.00", "a,1,31.00",
         "scores.csv:3 (a, 1), column points: the file says 31.00; recomputing gives 30.00"),
        ("ranking.csv", "b,13.6,2,", "b,13.6,1,",
         "ranking.csv:3 (T, so, b), column rank: the file says 1; recomputing gives 2"),
        ("answers.csv", "a,,may,40,", "a,,may,50,",
         "answers.csv:2: changed or added since publication (a, may), column value; now: 50"),
        ("units.csv", "Sở C", "Sở D", "units.csv:4: changed or added since publication (c), column name; now: Sở D"),
        ("corrections.csv", "đếm lại", "đếm", "corrections.csv:2: changed or added since publication "
         "(a, may_moi, verified), column reason; now: đếm"),
        ("framework.yaml", "Hội đồng chấm, max: 20", "Hội đồng chấm, max: 21",
         "framework.yaml:46: changed or added since publication; now:       - "
         '{code: "4", name: Hội đồng chấm, max: 21, formula: {kind: given}}'),
        ("manifest.json", '"stage": "final"', '"stage": "self"',
         "manifest.json, key stage: changed since publication; now: self"),
    ],
)  # fmt: skip
def test_a_single_edit_is_named_and_the_exit_code_is_1(
    name: str, old: str, new: str, told: str, tmp_path: Path
) -> None:
    write(edited(FILES, name, old, new), tmp_path / "p")
    ran = run("verify", tmp_path / "p")
    assert told in ran.lines
    assert (ran.code, ran.err) == (1, "")
    assert ran.lines[-1].startswith(f"{tmp_path / 'p'} does not hold: ")
    assert run("verify", tmp_path / "p", lang="vi").code == 1


def test_json_and_csv_tell_the_same(tmp_path: Path) -> None:
    write(edited(published(), "scores.csv", "a,1,30.00", "a,1,31.00"), tmp_path / "p.zip")
    ran = run("verify", tmp_path / "p.zip", "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["holds"], told["signature"], told["recomputed"]) == (1, False, "none", "20")
    assert told["findings"][1] == {
        "kind": "cell", "file": "scores.csv", "line": "3", "row": {"unit": "a", "criterion": "1"},
        "column": "points", "found": "31.00", "expected": "30.00", "problem": None,
    }  # fmt: skip
    rows = list(csv.DictReader(run("verify", tmp_path / "p.zip", "--format", "csv").lines))
    assert [(row["kind"], row["row"], row["column"]) for row in rows] == [
        ("digest", "", ""), ("cell", "unit=a criterion=1", "points"),
    ]  # fmt: skip


def test_every_kind_of_finding_has_words(tmp_path: Path) -> None:
    from typing import get_args

    from chiso.bundle.finding import Kind, Trust
    from chiso.cli.verify import SENTENCES, TRUSTS

    assert sorted([*SENTENCES, "unreadable"]) == sorted(get_args(Kind))
    assert sorted(TRUSTS) == sorted(get_args(Trust))
    write(edited(published(), "answers.csv", "a,,may,40,", "a,,may,x,"), tmp_path / "p")
    (tmp_path / "p" / "notes.txt").write_bytes(b"")
    (tmp_path / "p" / "ranking.csv").unlink()
    lines = run("verify", tmp_path / "p").lines
    assert "ranking.csv: the file is missing" in lines
    assert "notes.txt: a file that the manifest does not list" in lines


def test_many_findings_are_counted(tmp_path: Path) -> None:
    write(FILES, tmp_path / "p")
    for number in range(120):
        (tmp_path / "p" / f"{number}.txt").write_bytes(b"")
    lines = run("verify", tmp_path / "p").lines
    assert (len(lines), lines[100]) == (103, "and 20 more")


def test_what_is_no_published_folder_is_bad_input(tmp_path: Path) -> None:
    ran = run("verify", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{tmp_path}: no manifest.json inside; expected: a published folder or its zip;")
    write(FILES, tmp_path / "p")
    shutil.make_archive(str(tmp_path / "packed"), "zip", tmp_path, "p")
    assert run("verify", tmp_path / "packed.zip").code == 0


def test_what_steers_a_terminal_is_not_handed_to_it(tmp_path: Path) -> None:
    write(edited(FILES, "units.csv", "Sở C", "Sở \x1b[2JC\x9b31m"), tmp_path / "p")
    ran = run("verify", tmp_path / "p")
    assert (ran.code, "\x1b" in ran.out + ran.err, "\x9b" in ran.out + ran.err) == (1, False, False)
    assert "Sở \N{REPLACEMENT CHARACTER}[2JC" in ran.out
