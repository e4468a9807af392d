import csv
import json
from pathlib import Path

from tests.cli.running import files, run
from tests.exchange.small import ANSWERS, TEXT


def published(folder: Path, name: str, answers: str, framework: str = TEXT) -> Path:
    given = files(folder)
    given.answers.write_text(answers, encoding="utf-8")
    given.framework.write_text(framework, encoding="utf-8")
    target = folder / name
    ran = run("score", given.framework, given.answers, "--units", given.units, "-o", target, "--date", "2026-11-21")
    assert ran.code == 0
    return target


def test_two_frameworks(tmp_path: Path) -> None:
    before, after = tmp_path / "a.yaml", tmp_path / "b.yaml"
    before.write_text(TEXT, encoding="utf-8")
    after.write_text(TEXT.replace("max: 40,", "max: 30,").replace("Hội đồng chấm", "Hội đồng"), encoding="utf-8")
    ran = run("diff", before, after, "--format", "csv")
    assert (ran.code, ran.lines) == (0, [
        "part,code,kind,field,before,after",
        "criterion,1,changed,max.*,40,30",
        "criterion,4,changed,name.vi,Hội đồng chấm,Hội đồng",
    ])  # fmt: skip
    differences = json.loads(run("diff", before, after, "--format", "json").out)["differences"]
    assert [each["field"] for each in differences] == ["max.*", "name.vi"]
    assert [line.split() for line in run("diff", before, after, lang="vi").lines if "max" in line] == [
        ["tiêu", "chí", "1", "thay", "đổi", "max.*", "40", "30"]
    ]
    assert run("diff", before, before).out == "No difference.\n"


def test_two_results_say_who_moved_and_which_answers_moved_them(tmp_path: Path) -> None:
    before = published(tmp_path, "a.zip", ANSWERS)
    changed = ANSWERS.replace("a,,may_moi,30", "a,,may_moi,10").replace("b,,may_moi,1,", "b,,may_moi,3,")
    after = published(tmp_path, "b.zip", changed)
    [first, second] = csv.DictReader(run("diff", before, after, "--format", "csv").lines)
    assert (first["unit"], first["points_before"], first["points_after"], first["difference"]) == (
        "a", "82.5", "62.5", "-20",
    )  # fmt: skip
    assert (first["causes"], second["causes"]) == ("a may_moi 30>10", "b may_moi 1>3")
    lines = run("diff", before, after).lines
    assert [line for line in lines if line.startswith("  Sở")] == [
        "  Sở A             82.5 → 62.5      \N{MINUS SIGN}20      1   tot → kha",
        "  Sở B, phía nam   13.6 → 40.3    +26.7      2   yeu → kha",
        "  Sở A: Trong đó máy mới (may_moi) 30 → 10: \N{MINUS SIGN}20.0 points",
        "  Sở B, phía nam: Trong đó máy mới (may_moi) 1 → 3: +26.7 points",
    ]
    told = json.loads(run("diff", before, after, "--format", "json").out)
    assert [move["ranks"] for move in told["moves"]] == [["1", "1"], ["2", "2"]]
    assert told["moves"][0]["causes"] == [
        {"unit": "a", "case": "", "question": "may_moi", "before": "30", "after": "10", "effect": "-20"}
    ]
    assert run("diff", before, before).out == "Nobody moved.\n"


def test_a_framework_and_a_result_are_not_compared(tmp_path: Path) -> None:
    ran = run("diff", published(tmp_path, "a.zip", ANSWERS), "kon-tum-2017")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2, "Wrong command line: one is a framework and the other a published folder",
    )  # fmt: skip
