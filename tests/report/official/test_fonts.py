"""Which font is taken, and what is said where there is none."""

from pathlib import Path

import pytest

from chiso.engine.errors import InputError
from chiso.report.official.fonts import FACES, font


def test_without_a_font_it_is_said_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        font(iter([tmp_path]))
    assert [str(each) for each in error.value.problems] == [
        "PDF: neither the font Tinos nor Liberation Serif on this machine; expected: a font of the width of Times New "
        "Roman with all Vietnamese letters; install the package fonts-liberation, or run `make fonts` in a checkout"
    ]


def test_a_font_without_vietnamese_letters_is_not_taken(tmp_path: Path) -> None:
    for face in FACES["Liberation Serif"][0]:
        (tmp_path / face).write_bytes(b"\x00\x01\x00\x00" + b"\x00" * 8)
    with pytest.raises(InputError):
        font(iter([tmp_path]))
