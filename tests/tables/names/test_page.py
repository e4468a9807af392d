"""The page on names says what the code does: its examples run, and no word of a register or a match is left out."""

import doctest
from typing import get_args

from chiso.tables.names import KINDS, Certainty, How, Why
from chiso.tables.names.reading import SHIPPED
from tests.conftest import CHECKOUT

PAGE = CHECKOUT / "docs" / "names.md"


def test_the_examples_run() -> None:
    results = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (results.failed, results.attempted) == (0, 15)


def test_every_word_is_explained() -> None:
    text = PAGE.read_text(encoding="utf-8")
    words = [*get_args(Certainty), *get_args(Why), *KINDS, *get_args(How), *SHIPPED]
    assert [word for word in words if f"`{word}`" not in text] == []
