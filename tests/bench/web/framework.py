"""A framework of 60 questions in five parts, made for load: wholes and their parts, rules, one point that depends."""

from __future__ import annotations

SECTIONS, PAIRS = 5, 5
"""Each part has five wholes with a part of each, and two rules: twelve questions."""


def wholes() -> list[str]:
    """The ids of the questions that are wholes."""
    return [f"w{section}{pair}" for section in range(SECTIONS) for pair in range(PAIRS)]


def counted() -> list[str]:
    """The ids of the parts, each at most its whole, in the order of their wholes."""
    return [f"p{each[1:]}" for each in wholes()]


def rules() -> list[str]:
    """The ids of the questions that are answered with yes or no."""
    return [f"r{section}{rule}" for section in range(SECTIONS) for rule in range(2)]


def text() -> str:
    """The framework as YAML."""
    lines = [
        "schema: 1",
        "id: tai-trong",
        "title: {vi: Bộ tiêu chí đo tải, en: A framework for load}",
        "nature: example",
        "clause: Bản đo tải",
        "blocks:",
        "  - {id: xa, name: {vi: Xã, en: Communes}}",
        "questions:",
        *(line for whole in wholes() for line in _pair(whole)),
        *(f"  - {{id: {rule}, name: {{vi: Có quy chế {rule}, en: Rule {rule}}}, type: yes_no}}" for rule in rules()),
        "missing: zero",
        "not_applicable: omit",
        "print: {leaf: 2, group: 2, total: 2}",
        "criteria:",
        "  - code: T",
        "    name: {vi: Tổng điểm, en: Total}",
        "    rank: {keys: [{order: descending, decimals: 2}], ties: competition, without_result: listed}",
        "    children:",
        *(line for section in range(SECTIONS) for line in _section(section)),
    ]
    return "\n".join(lines) + "\n"


def _pair(whole: str) -> list[str]:
    part = f"p{whole[1:]}"
    return [
        f"  - {{id: {whole}, name: {{vi: Số hồ sơ {whole}, en: Dossiers {whole}}}, type: count, unit: hồ sơ, "
        "least: 1}",
        f"  - {{id: {part}, name: {{vi: Trong đó trực tuyến {part}, en: Of these online {part}}}, type: count, "
        f"unit: hồ sơ, at_most: {whole}}}",
    ]


def _section(section: int) -> list[str]:
    head = [
        f'      - code: "{section + 1}"',
        f"        name: {{vi: Nhóm tiêu chí {section + 1}, en: Group {section + 1}}}",
        "        children:",
    ]
    ratios = [f"{{kind: ratio, part: p{section}{pair}, whole: w{section}{pair}, whole_zero: zero}}"
              for pair in range(PAIRS)]  # fmt: skip
    yes_no = [f"{{kind: yes_no, question: r{section}{rule}}}" for rule in range(2)]
    return head + [
        f'          - {{code: "{section + 1}.{place}", name: {{vi: Tiêu chí {section + 1}.{place}, '
        f"en: Criterion {section + 1}.{place}}}, max: 10, formula: {formula}}}"
        for place, formula in enumerate(ratios + yes_no, 1)
    ]
