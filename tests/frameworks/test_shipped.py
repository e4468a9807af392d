"""What is shipped: every decision's framework is sound, says what it is, and tells what its sources tell."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from chiso.engine.framework import Framework
from chiso.engine.loading import load
from tests.house.sources import PACKAGE

HERE = PACKAGE / "frameworks"
SHIPPED = {
    "bgddt-4725-2022": ("transcription", True, {"co-so": ["200"]}),
    "dti-2020": ("transcription", True, {"tinh": ["1"], "bo-co-dvc": ["1"], "bo-khong-dvc": ["1"]}),
    "dti-2022": ("transcription", True, {"tinh": ["1"], "bo-co-dvc": ["1"], "bo-khong-dvc": ["1"]}),
    "dti-2024": ("transcription", True, {"tinh": ["1"], "bo": ["1000"], "quoc-gia": ["1000"]}),
    "hcm-truong-2021": ("transcription", False, {"truong": ["100"]}),
    "ict-index-2016": ("transcription", True, {"tinh": ["1"]}),
    "kon-tum-2017": ("transcription", True, {"so": ["unknown"], "huyen": ["unknown"]}),
    "mic-2013": ("transcription", True, dict.fromkeys(("bo", "co-quan", "tinh"), ["unknown"] * 9)),
    "mic-2016": ("transcription", True, dict.fromkeys(("bo", "co-quan", "tinh"), ["1"] * 6)),
    "tay-ninh-xa-2025": ("transcription", False, {"xa": ["960"]}),
    "thanh-hoa-2015": ("transcription", True, {"so": ["100"], "huyen": ["100"]}),
    "vpcp-01-2018": ("decision", False, {"don-vi": ["18"], "ca-nhan": ["10"]}),
}
"""Id: nature, whether something is unknown, and the maxima of the roots that apply to each block."""


@pytest.fixture(params=sorted(SHIPPED))
def shipped(request: pytest.FixtureRequest) -> Framework:
    return load(HERE / request.param / "framework.yaml")


def roots(framework: Framework, block: str) -> list[str]:
    """The maxima of the roots that a block is asked."""
    return [
        str(framework.max_of(root.code, block) if framework.max_of(root.code, block) is not None else "unknown")
        for root in framework.criteria
        if framework.applies(root.code, block)
    ]


def test_it_says_what_it_is(shipped: Framework) -> None:
    maxima = {block: roots(shipped, block) for block in shipped.block_ids}
    assert (shipped.nature, shipped.unknown, maxima) == SHIPPED[shipped.id]


def test_it_names_its_body_its_sources_and_what_is_not_known(shipped: Framework) -> None:
    assert shipped.decision is not None
    assert shipped.decision.body
    assert shipped.decision.sources != ()
    assert shipped.notes != ()


def test_every_leaf_has_a_clause(shipped: Framework) -> None:
    assert [node.code for node in shipped.walk() if not shipped.inherited(node.code, "clause")] == []


def test_what_replaces_it_is_shipped(shipped: Framework) -> None:
    assert shipped.replaced_by is None or shipped.replaced_by in SHIPPED


def test_the_folders_hold_files_and_no_python() -> None:
    assert set(SHIPPED) <= {folder.name for folder in (files("chiso") / "frameworks").iterdir()}
    assert [path for name in ("frameworks", "facts") for path in (PACKAGE / name).rglob("*.py")] == []
    for id in SHIPPED:
        assert sorted(path.name for path in (HERE / id).iterdir()) == ["cases.yaml", "framework.yaml"]


def leaves(id: str) -> list[tuple[str, str, str]]:
    """Code, name and maximum of every leaf, as they are written."""
    framework = load(HERE / id / "framework.yaml")
    return [
        (node.code, " ".join(str(node.name).split()), str((node.max or {}).get("*")))
        for node in framework.walk()
        if not node.children
    ]


@pytest.mark.shared("methods")
@pytest.mark.parametrize(
    ("id", "document", "count"),
    [
        ("tay-ninh-xa-2025", "commune_dti_tayninh_2025_FULL.txt", 62),
        ("hcm-truong-2021", "hcmc_school_ict_FULL.txt", 19),
    ],
)
def test_a_whole_tree_is_the_source_s(shared: Path, id: str, document: str, count: int) -> None:
    text = (shared / document).read_text(encoding="utf-8")
    rows = re.findall(r'- \{n: "(\d+\.[\d.]+)", max: (\d+), name: "(.*)"\}', text)
    assert leaves(id) == [(code, " ".join(name.split()), maximum) for code, maximum, name in rows]
    assert len(rows) == count


@pytest.mark.shared("methods")
def test_the_school_list_is_the_source_s_and_ten_points_are_missing(shared: Path) -> None:
    text = (shared / "bgddt_4725_2022_schools_FULL.txt").read_text(encoding="utf-8")
    rows = re.findall(r'^    "([\d.]+) (.*)": \{(?:mandatory: true, )?max: (\d+)\}', text, re.M)
    ours = leaves("bgddt-4725-2022")
    assert ours[:-1] == rows
    assert ours[-1][0] == "2.x"
    assert ours[-1][2] == "unknown"
    assert sum(int(maximum) for code, _, maximum in ours[:-1] if code.startswith("2")) == 90
