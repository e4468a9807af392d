"""A change that somebody covers with new digests is found by recomputing, or by the signature."""

from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chiso.bundle.finding import Finding
from chiso.bundle.making import write
from chiso.bundle.names import MANIFEST, SIGNATURE
from chiso.bundle.verifying import verify, verify_files
from tests.bundle.small import CORRECTIONS, KEY, edited, mended, published
from tests.exchange.refusals import refusals

FILES = published()
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes(32))


def cells(files: dict[str, bytes]) -> list[tuple[str, tuple[str, ...], str, str, str]]:
    """File, row, column, found and expected of every finding."""
    return [told(finding) for finding in verify_files(files).findings]


def told(finding: Finding) -> tuple[str, tuple[str, ...], str, str, str]:
    return finding.file, tuple(finding.row.values()), finding.column, finding.found, finding.expected


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("scores.csv", "a,1,30.00", "a,1,31.00", [("scores.csv", ("a", "1"), "points", "31.00", "30.00")]),
        ("scores.csv", "40/3 + 0", "14 + 0", [
            ("scores.csv", ("b", "T"), "reason", "sum: 14 + 0 + 0 + 0.25", "sum: 40/3 + 0 + 0 + 0.25")]),
        ("ranking.csv", ",2,yeu,", ",2,kha,", [("ranking.csv", ("T", "so", "b"), "class", "kha", "yeu")]),
        ("answers.csv", "x,,4,20,", "x,,4,19,", [
            ("ranking.csv", ("T", "xa", "x"), "points", "60.0", "59.0"),
            ("scores.csv", ("x", "T"), "points", "60.0", "59.0"),
            ("scores.csv", ("x", "T"), "reason", "sum: 40 + 0 + 20 → 2 (left_out)", "sum: 40 + 0 + 19 → 2 (left_out)"),
            ("scores.csv", ("x", "4"), "points", "20.00", "19.00"),
            ("scores.csv", ("x", "4"), "reason", "given: 20", "given: 19")]),
        ("units.csv", "x,Xã X,xa", "x,Xã X,so", [
            ("ranking.csv", ("T", "xa", "x"), "", "", ""), ("ranking.csv", ("T", "so", "x"), "", "", ""),
            ("ranking.csv", ("T", "so", "b"), "rank", "2", "3")]),
        ("framework.yaml", "from: 40", "from: 61", [
            ("ranking.csv", ("T", "xa", "x"), "class", "kha", "yeu")]),
    ],
)  # fmt: skip
def test_a_covered_change_is_found_in_what_no_longer_follows(
    name: str, old: str, new: str, expected: list[tuple[str, tuple[str, ...], str, str, str]]
) -> None:
    assert sorted(cells(edited(FILES, name, old, new, mend=True))) == sorted(expected)


def test_an_answer_written_otherwise_is_found_although_every_number_follows() -> None:
    found = verify_files(edited(FILES, "answers.csv", "17.5", "17.50", mend=True)).findings
    assert [(each.kind, each.file, each.row, each.column) for each in found] == [
        ("cell", "answers.csv", {"unit": "a", "case": "", "question": "4"}, "value")
    ]
    swapped = edited(FILES, "ranking.csv", "T,so,c,,,,listed\nT,xa,x,60.0,1,kha,\n",
                     "T,xa,x,60.0,1,kha,\nT,so,c,,,,listed\n", mend=True)  # fmt: skip
    assert [(each.kind, each.file) for each in verify_files(swapped).findings] == [("form", "ranking.csv")]


def test_a_correction_that_does_not_lead_to_the_answer_is_found() -> None:
    files = published(corrections=CORRECTIONS)
    found = verify_files(mended(edited(files, "corrections.csv", "32,30,", "32,31,"))).findings
    assert [str(each.problem) for each in found] == [
        "corrections.csv:3 (a, may_moi): a correction to '31'; expected: '30', as it stands afterwards; "
        "give the corrected answers with their corrections"
    ]


def test_what_cannot_be_read_is_found_with_its_place() -> None:
    found = verify_files(edited(FILES, "framework.yaml", "kind: given", "kind: gift", mend=True)).findings
    assert [(each.kind, each.file, each.problem.where) for each in found if each.problem] == [
        ("unreadable", "framework.yaml", "framework.yaml:46:51")
    ]
    found = verify_files(edited(FILES, "answers.csv", "a,,may,40,", "a,,may,4x,", mend=True)).findings
    assert [(each.kind, each.file, each.problem.where) for each in found if each.problem] == [
        ("unreadable", "answers.csv", "answers.csv:2 (a, may)")
    ]
    found = verify_files(mended(FILES | {"scores.csv": b"unit,\xff"})).findings
    assert [(each.kind, each.file, each.problem.where) for each in found if each.problem] == [
        ("unreadable", "scores.csv", "scores.csv:1:6")
    ]


def test_a_reason_may_be_worded_otherwise_by_another_release() -> None:
    from chiso.bundle import manifest

    old = FILES[MANIFEST].replace(b'"engine": "0.1.0"', b'"engine": "0.0.1"')
    assert old != FILES[MANIFEST]
    content = dict(manifest.read(old).content)
    content["parts"] = manifest.parts(content)
    content["digest"] = manifest.own_digest(content)
    older = FILES | {MANIFEST: manifest.written(content)}
    assert verify_files(older).holds
    changed = edited(FILES, "scores.csv", "yes_no: yes", "yes: yes")["scores.csv"]
    found = verify_files(older | {"scores.csv": changed}).findings
    assert [(each.kind, each.file) for each in found] == [("digest", "scores.csv")]


def test_a_signature_is_trusted_only_against_the_readers_key() -> None:
    signed = published(KEY)
    assert (verify_files(signed).signature, verify_files(signed).holds) == ("untrusted", True)
    assert (verify_files(signed, KEY.public_key()).signature, verify_files(signed, KEY.public_key()).holds) == (
        "valid", True,
    )  # fmt: skip
    found = verify_files(published(STRANGER), KEY.public_key())
    assert (found.signature, [each.kind for each in found.findings]) == ("broken", ["signature"])


def test_a_broken_missing_or_stolen_signature_is_found() -> None:
    signed = published(KEY)
    for place in range(64):
        bent = bytearray(signed[SIGNATURE])
        bent[place] ^= 1
        found = verify_files(signed | {SIGNATURE: bytes(bent)})
        assert (found.signature, [each.kind for each in found.findings]) == ("broken", ["signature"])
    without = {name: content for name, content in signed.items() if name != SIGNATURE}
    assert [(each.kind, each.file) for each in verify_files(without).findings] == [("missing_file", SIGNATURE)]
    assert [(each.kind, each.file) for each in verify_files(FILES, KEY.public_key()).findings] == [
        ("missing_file", SIGNATURE)
    ]
    stolen = mended(edited(signed, "scores.csv", "a,1,30.00", "a,1,31.00")) | {SIGNATURE: signed[SIGNATURE]}
    kinds = [each.kind for each in verify_files(stolen, KEY.public_key()).findings]
    assert kinds == ["signature", "cell"]


def test_a_folder_and_a_zip_are_read(tmp_path: Path) -> None:
    for target in (tmp_path / "p", tmp_path / "p.zip"):
        write(published(KEY), target)
        assert verify(target, KEY.public_key()).holds


def test_what_is_no_published_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"text")
    write({"a.csv": b""}, tmp_path / "b.zip")
    (tmp_path / "p").mkdir()
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / MANIFEST).symlink_to("/etc/hostname")
    inside = "expected: a published folder or its zip; name a folder or zip that `chiso score -o` wrote"
    expected = {
        "a.zip": f"a file that is no zip; {inside}",
        "b.zip": f"no manifest.json inside; {inside}",
        "p": f"no manifest.json inside; {inside}",
        "none": "a file that cannot be read (No such file or directory); expected: a file that is there; "
        "check the name and the rights",
    }
    for name, told in expected.items():
        assert refusals(partial(verify, tmp_path / name)) == [f"{tmp_path / name}: {told}"]
    assert refusals(lambda: verify(tmp_path / "linked"))[0].startswith(f"{tmp_path}/linked/{MANIFEST}: a link;")
