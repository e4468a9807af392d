import io
import zipfile
from pathlib import Path

from chiso.bundle.making import write, zipped
from tests.bundle.small import CORRECTIONS, KEY, published
from tests.exchange.small import ANSWERS, TEXT, UNITS

ORDERED = ANSWERS.replace(
    "a,dv-1,ho_so_mang,5,\na,dv-2,ho_so,4,\n", "a,dv-2,ho_so,4,\na,dv-1,ho_so_mang,5,\n"
)  # By unit, then by question, then by case.
SCORES = """\
unit,criterion,points,max,state,reason
a,T,82.5,100,scored,sum: 30 + 20 + 15 + 17.5
a,1,30.00,40,scored,ratio: 40 × 30/40
a,2,20.00,20,scored,yes_no: yes
a,3,15.00,20,scored,mean_of_cases: 30/2
a,4,17.50,20,granted,given: 17.5
"""
RANKING = """\
criterion,block,unit,points,rank,class,note
T,so,a,82.5,1,tot,
T,so,b,13.6,2,yeu,
T,so,c,,,,listed
T,xa,x,60.0,1,kha,
"""


def test_the_files_are_those_of_format_1() -> None:
    files = published()
    assert sorted(files) == [
        "answers.csv", "framework.yaml", "manifest.json", "ranking.csv", "scores.csv", "units.csv",
    ]  # fmt: skip
    assert files["framework.yaml"].decode() == TEXT
    assert files["units.csv"].decode() == UNITS
    assert files["answers.csv"].decode() == ORDERED
    assert files["scores.csv"].decode().startswith(SCORES)
    assert files["ranking.csv"].decode() == RANKING


def test_corrections_and_a_signature_are_added_where_there_are_any() -> None:
    files = published(KEY, CORRECTIONS)
    assert files["corrections.csv"].decode() == (
        "unit,case,question,stage,from,to,reason\n"
        "a,,may_moi,verified,35,32,đếm lại\n"
        "a,,may_moi,explained,32,30,có biên bản\n"
    )
    KEY.public_key().verify(files["manifest.sig"], files["manifest.json"])


def test_the_same_result_gives_the_same_bytes() -> None:
    assert zipped(published(KEY)) == zipped(published(KEY))


def test_a_zip_is_sorted_stored_and_dated_1980() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(published(KEY)))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(published(KEY))
    told = {(entry.date_time, entry.compress_type, entry.create_system, entry.external_attr) for entry in entries}
    assert told == {((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, 3, 0o100644 << 16)}


def test_a_folder_and_a_zip_hold_the_same(tmp_path: Path) -> None:
    files = published()
    write(files, tmp_path / "p")
    write(files, tmp_path / "p.zip")
    assert {path.name: path.read_bytes() for path in (tmp_path / "p").iterdir()} == files
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
