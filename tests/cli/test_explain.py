import csv
import json
from pathlib import Path

from tests.cli.running import files, run

TREE = """\
Sở B, phía nam (b)
└── T Total: 13.6/100
    Sum of the parts: 40/3 + 0 + 0 + 0.25.
    Clause: Điều 1
    Rank: 2 of 2
    Class: Yếu
    ├── 1 Máy mới: 13.33/40
    │   Maximum 40 × 1/3.
    │   Clause: Điều 2
"""


def explain(folder: Path, *options: str) -> list[str | Path]:
    given = files(folder)
    return ["explain", given.framework, given.answers, "--units", given.units, *options]


def test_the_tree_of_a_unit(tmp_path: Path) -> None:
    ran = run(*explain(tmp_path, "--unit", "b"))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(TREE)
    assert ran.lines[-3:] == [
        "    └── 4 Hội đồng chấm: 0.25/20",
        "        Points granted: 0.25.",
        "        Clause: Điều 1",
    ]


def test_a_criterion_alone(tmp_path: Path) -> None:
    assert run(*explain(tmp_path, "--unit", "b", "--criterion", "1")).out == (
        "Sở B, phía nam (b)\n└── 1 Máy mới: 13.33/40\n    Maximum 40 × 1/3.\n    Clause: Điều 2\n"
    )


def test_json_and_csv_tell_the_same(tmp_path: Path) -> None:
    told = json.loads(run(*explain(tmp_path, "--unit", "b", "--format", "json")).out)
    assert list(told) == ["format", "framework", "unit", "places", "scores"]
    assert told["places"] == [
        {"criterion": "T", "block": "so", "units": "2", "unit": "b", "points": "13.6", "rank": "2",
         "classes": ["yeu"], "note": ""},
    ]  # fmt: skip
    assert [each["criterion"] for each in told["scores"]] == ["T", "1", "2", "3", "4"]
    assert (told["scores"][1]["reason"], told["scores"][1]["words"]) == ("ratio: 40 × 1/3", "Maximum 40 × 1/3.")
    rows = list(csv.DictReader(run(*explain(tmp_path, "--unit", "b", "--format", "csv")).lines))
    assert [row["points"] for row in rows] == ["13.6", "13.33", "0.00", "0.00", "0.25"]


def test_names_that_nobody_knows_are_told(tmp_path: Path) -> None:
    assert run(*explain(tmp_path, "--unit", "bb")).err == (
        "--unit: the unknown name bb; expected: one of a, b, c, x; did you mean b?.\n"
    )
    ran = run(*explain(tmp_path, "--unit", "b", "--criterion", "77"))
    assert (ran.code, ran.err) == (
        2, "--criterion: the unknown name 77; expected: one of T, 1, 2, 3, 4; mend its spelling.\n",
    )  # fmt: skip


def test_a_unit_that_is_not_assessed_has_nothing_to_explain(tmp_path: Path) -> None:
    given = files(tmp_path)
    given.units.write_text("unit,block,status\na,so,\nb,so,excluded\nx,xa,\n", encoding="utf-8")
    given.answers.write_text("unit,question,value\na,may,1\n", encoding="utf-8")
    ran = run("explain", given.framework, given.answers, "--units", given.units, "--unit", "b")
    assert (ran.code, ran.err.split(";")[0]) == (2, "b: a unit without scores there")


def test_an_undetermined_class_and_a_lowered_one_say_why() -> None:
    lines = run("explain", "kon-tum-2017", "kon-tum-2017", "--unit", "so-khoa-hoc-cong-nghe").lines
    assert "    Class: undetermined: Good or Fair" in lines
    assert any(line.endswith("Fair if it is higher, for instance 850.") for line in lines)


def test_a_class_below_all_and_one_between_is_said(tmp_path: Path) -> None:
    given = files(tmp_path)
    text = given.answers.read_text(encoding="utf-8")
    given.answers.write_text(text.replace("b,,may_moi,1,", "b,,may_moi,0,"), encoding="utf-8")
    scored: list[str | Path] = ["score", given.framework, given.answers, "--units", given.units]
    explained: list[str | Path] = ["explain", *scored[1:], "--unit", "b", "--criterion", "T"]
    assert run(*scored, "--format", "csv").lines[2] == "T,so,b,0.3,2,-,"
    assert [line.split()[-3:] for line in run(*scored).lines if "phía nam" in line] == [["below", "all", "classes"]]
    assert "    Class: below all classes" in run(*explained).lines
    framework = given.framework.read_text(encoding="utf-8")
    given.framework.write_text(framework.replace("from: 10}", "from: {above: 0, up_to: 10}}"), encoding="utf-8")
    assert run(*scored, "--format", "csv").lines[2] == "T,so,b,0.3,2,yeu|-,undetermined"
    assert "    Class: undetermined: Yếu or below all classes" in run(*explained).lines
