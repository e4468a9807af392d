"""Every sentence a user sees is in the Vietnamese catalogue, translated, and in the compiled file."""

import ast
from pathlib import Path
from string import Formatter

import pytest

from tests.house import messages
from tests.house.sources import PACKAGE, modules, named, tree


def test_every_sentence_is_in_the_catalogue() -> None:
    inside = {message.id for message in messages.sentences(messages.extracted())}
    kept = {message.id for message in messages.sentences(messages.kept())}
    assert (inside - kept, kept - inside) == (set(), set()), "run: make messages"


def test_every_sentence_is_translated() -> None:
    assert messages.untranslated(messages.kept()) == []


def test_a_translation_has_the_places_of_its_sentence() -> None:
    wrong = [
        (message.id, form)
        for message in messages.sentences(messages.kept())
        for form in messages.forms(message)
        if form and places(form) != set().union(*map(places, ids(message.id)))
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_the_one_that_is_read() -> None:
    assert messages.COMPILED.read_bytes() == messages.compiled(messages.kept()), "run: make messages"


@pytest.mark.parametrize("path", modules(PACKAGE), ids=named)
def test_a_message_is_a_literal_that_the_catalogue_can_hold(path: Path) -> None:
    made = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in messages.KEYWORDS
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args[:2])
    ]
    assert made == [], "write the places as {name} and fill them in after translating"


def ids(id: str | tuple[str, ...] | list[str]) -> list[str]:
    """The English sentences of a message: one, or one for each number."""
    return [id] if isinstance(id, str) else list(id)


def places(sentence: str) -> set[str]:
    """The names in braces that are filled in when the sentence is said."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
