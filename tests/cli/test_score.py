import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from tests.bundle.small import KEY
from tests.cli.running import files, run
from tests.exchange.small import ANSWERS

TABLE = """\
Total · Departments

  rank   unit             points   class   note
 ───────────────────────────────────────────────────────────────────────
     1   Sở A               82.5   Tốt
     2   Sở B, phía nam     13.6   Yếu
         Sở C                              not ranked: chưa tự đánh giá

Total · Communes

  rank   unit   points   class   note
 ─────────────────────────────────────
     1   Xã X     60.0   Khá

"""


def scored(folder: Path, *options: str | Path) -> list[str | Path]:
    given = files(folder)
    return ["score", given.framework, given.answers, "--units", given.units, *options]


def test_the_ranking_is_shown(tmp_path: Path) -> None:
    ran = run(*scored(tmp_path))
    assert (ran.code, ran.out, ran.err) == (0, TABLE, "")


def test_csv_is_the_ranking_of_the_published_folder(tmp_path: Path) -> None:
    assert run(*scored(tmp_path, "--format", "csv")).lines == [
        "criterion,block,unit,points,rank,class,note",
        "T,so,a,82.5,1,tot,",
        "T,so,b,13.6,2,yeu,",
        "T,so,c,,,,listed",
        "T,xa,x,60.0,1,kha,",
    ]


def test_json_holds_every_score_with_numbers_as_texts(tmp_path: Path) -> None:
    told = json.loads(run(*scored(tmp_path, "--format", "json")).out)
    assert list(told) == ["format", "framework", "units", "rankings", "scores"]
    assert told["units"][2] == {
        "unit": "c", "name": "Sở C", "block": "so", "status": "listed", "note": "chưa tự đánh giá",
    }  # fmt: skip
    assert told["rankings"][0]["places"][1] == {
        "unit": "b", "points": "13.6", "rank": "2", "classes": ["yeu"], "note": "",
    }  # fmt: skip
    assert len(told["scores"]) == 20
    assert told["scores"][6] == {
        "unit": "b", "criterion": "1", "points": "13.33", "max": "40", "state": "scored", "reason": "ratio: 40 × 1/3",
        "clause": "Điều 2",
    }  # fmt: skip


def test_kon_tum_comes_out_as_it_must() -> None:
    told = json.loads(run("score", "kon-tum-2017", "kon-tum-2017", "--format", "json").out)
    places = {place["unit"]: place for place in told["rankings"][0]["places"]}
    expected = {
        "so-khoa-hoc-cong-nghe": ("849.9", "5", ["tot", "kha"]),
        "ban-quan-ly-khu-kinh-te": ("826.8", "7", ["kha"]),
        "so-ke-hoach-dau-tu": ("793.5", "12", ["kha"]),
        "van-phong-ubnd-tinh": ("859.5", "4", ["tot"]),
        "so-nong-nghiep-phat-trien-nong-thon": (None, None, []),
    }
    assert {unit: (places[unit]["points"], places[unit]["rank"], places[unit]["classes"]) for unit in expected} == (
        expected
    )
    [huyen] = [table for table in told["rankings"] if table["block"] == "huyen"]
    assert [place["unit"] for place in huyen["places"] if place["note"]] == ["huyen-kon-ray"]


def test_an_undetermined_class_says_what_it_hangs_on() -> None:
    for lang, sentence in (
        ("en", "Good if it is at most 849.9, Fair if it is higher, for instance 850."),
        ("vi", "xếp loại Tốt nếu giới hạn không quá 849,9; xếp loại Khá nếu giới hạn cao hơn, ví dụ 850."),
    ):
        lines = run("score", "kon-tum-2017", "kon-tum-2017", lang=lang).lines
        assert next(line for line in lines if line.startswith("  Sở Khoa học và Công nghệ:")).endswith(sentence)


@pytest.mark.parametrize("name", ["p.zip", "p"])
def test_a_published_folder_is_written_and_holds(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    ran = run(*scored(tmp_path, "-o", target, "--date", "2026-11-21", "--stage", "final"))
    assert (ran.code, ran.out) == (0, TABLE)
    assert ran.err == f"Published: {target}. To check it: chiso verify {target}\n"
    first = contents(target)
    assert run("verify", target).code == 0
    assert run(*scored(tmp_path, "-o", target, "--date", "2026-11-21", "--stage", "final")).code == 0
    assert contents(target) == first
    assert run("score", tmp_path / "nho.yaml", target).out == TABLE


def contents(path: Path) -> list[bytes]:
    return [path.read_bytes()] if path.is_file() else [each.read_bytes() for each in sorted(path.iterdir())]


def test_a_signed_folder_is_verified_against_the_readers_key(tmp_path: Path) -> None:
    secret, public = tmp_path / "secret.pem", tmp_path / "public.pem"
    secret.write_bytes(KEY.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))  # fmt: skip
    public.write_bytes(KEY.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))  # fmt: skip
    target = tmp_path / "p.zip"
    assert run(*scored(tmp_path, "-o", target, "--sign", secret)).code == 0
    assert run("verify", target).lines[0] == (
        "signed; the signature proves nothing until you give the key that you trust with --key"
    )
    ran = run("verify", target, "--key", public)
    assert (ran.code, ran.lines[0]) == (0, "signed with the key that you gave")


def test_corrections_go_into_the_published_folder(tmp_path: Path) -> None:
    corrections = tmp_path / "c.csv"
    header = "unit,case,question,stage,from,to,reason\n"
    corrections.write_text(f"{header}a,,may_moi,verified,35,30,đếm lại\n", encoding="utf-8")
    target = tmp_path / "p"
    assert run(*scored(tmp_path, "-o", target, "--corrections", corrections)).code == 0
    assert (target / "corrections.csv").read_text(encoding="utf-8") == corrections.read_text(encoding="utf-8")
    assert run("verify", target).code == 0
    corrections.write_text(f"{header}a,,may_moi,verified,35,31,đếm lại\n", encoding="utf-8")
    ran = run(*scored(tmp_path, "-o", tmp_path / "q", "--corrections", corrections))
    assert (ran.code, ran.err.split("; ")[0]) == (2, f"{corrections}:2 (a, may_moi): a correction to '31'")
    assert not (tmp_path / "q").exists()


def test_the_comma_of_a_vietnamese_excel(tmp_path: Path) -> None:
    path = files(tmp_path).framework
    answers = tmp_path / "vn.csv"
    answers.write_text("\ufeff" + ANSWERS.replace("17.5", '"17,5"').replace("0.25", '"0,25"'), encoding="utf-8")
    ran = run("score", path, answers, "--units", tmp_path / "units.csv", "--decimal", "comma")
    assert (ran.code, ran.out) == (0, TABLE)


def test_a_framework_that_ranks_nothing_shows_the_points(tmp_path: Path) -> None:
    given = files(tmp_path)
    text = given.framework.read_text(encoding="utf-8")
    start, end = text.index("    rank: {keys"), text.index("    children:")
    given.framework.write_text(text[:start] + text[end:], encoding="utf-8")
    ran = run("score", given.framework, given.answers, "--units", given.units)
    assert [line.split() for line in ran.lines if "Sở A" in line] == [["Sở", "A", "82.5"]]
