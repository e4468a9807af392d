"""Every sentence a user sees is in the Vietnamese catalogue, translated, and in the compiled file."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from tests.house import messages, web_messages
from tests.house.catalogues import Book, compiled, forms, ids, sentences, untranslated
from tests.house.sources import PACKAGE, modules, named, tree

BOTH = pytest.mark.parametrize("book", [messages.BOOK, web_messages.BOOK], ids=["chiso", "web"])
PERCENT = re.compile(r"%\((\w+)\)[sd]")


def test_every_sentence_is_in_the_catalogue() -> None:
    inside = {message.id for message in sentences(messages.extracted())}
    kept = {message.id for message in sentences(messages.kept())}
    assert (inside - kept, kept - inside) == (set(), set()), "run: make messages"


def test_every_sentence_of_the_web_is_in_its_catalogue() -> None:
    inside = {message.id for message in sentences(web_messages.extracted())}
    kept = {message.id for message in sentences(web_messages.BOOK.kept())}
    assert (inside - kept, kept - inside) == (set(), set()), "run: make messages"


@BOTH
def test_every_sentence_is_translated(book: Book) -> None:
    assert untranslated(book.kept()) == []


@BOTH
def test_a_translation_has_the_places_of_its_sentence(book: Book) -> None:
    wrong = [
        (message.id, form)
        for message in sentences(book.kept())
        for form in forms(message)
        if form and places(form) != set().union(*map(places, ids(message)))
    ]
    assert wrong == []


@BOTH
def test_the_compiled_catalogue_is_the_one_that_is_read(book: Book) -> None:
    assert book.binary.read_bytes() == compiled(book.kept()), "run: make messages"


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


def places(sentence: str) -> set[str]:
    """The names in braces, or after percent signs, that are filled in when the sentence is said."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None} | {*PERCENT.findall(sentence)}
