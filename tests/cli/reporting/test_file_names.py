"""Names of files by the codes of units."""

from chiso.cli.reporting.file_names import file_names


def test_safe_codes_are_names() -> None:
    assert file_names(["huyen-dak-ha", "12345", "a.b"], ".pdf") == {
        "huyen-dak-ha": "huyen-dak-ha.pdf",
        "12345": "12345.pdf",
        "a.b": "a.b.pdf",
    }


def test_odd_codes_get_the_digits_of_their_digest() -> None:
    assert list(file_names(["../a", "Sở Y tế", ".ẩn", "con", "a" * 101, "*", "x."], ".pdf").values()) == [
        "a-61b4c98b.pdf",
        "S-Y-t-035999b3.pdf",
        "n-22cc1b94.pdf",
        "con-1143da2b.pdf",
        f"{'a' * 60}-9d079339.pdf",
        "unit-684888c0.pdf",
        "x-c92f00b1.pdf",
    ]


def test_codes_that_differ_in_capitals_alone_stay_apart() -> None:
    found = file_names(["A", "a", "b"], ".docx")
    assert len({name.casefold() for name in found.values()}) == 3
    assert found["b"] == "b.docx"
