"""The language in use: Vietnamese at first, another for as long as it is asked for, and for nobody else."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from chiso.language import chosen, gettext, marked, ngettext, use

SENTENCE = marked("one of {names}")


def test_vietnamese_is_spoken_where_nothing_else_was_chosen() -> None:
    assert (chosen(), gettext(SENTENCE)) == ("vi", "một trong các giá trị {names}")


def test_english_is_the_id_itself() -> None:
    with use("en"):
        assert (chosen(), gettext(SENTENCE)) == ("en", "one of {names}")


def test_english_has_a_plural() -> None:
    with use("en"):
        assert [ngettext("{n} unit", "{n} units", n) for n in (0, 1, 2)] == ["{n} units", "{n} unit", "{n} units"]


def test_a_language_ends_with_its_context_even_by_an_error() -> None:
    said = []
    with use("en"):
        with suppress(KeyError), use("vi"):
            said.append(chosen())
            raise KeyError
        said.append(chosen())
    said.append(chosen())
    assert said == ["vi", "en", "vi"]


def test_another_thread_keeps_its_own_language() -> None:
    with use("en"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(chosen).result() == "vi"


def test_a_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(ValueError, match="language 'fr': expected one of vi, en"), use("fr"):
        pass
