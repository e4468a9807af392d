"""The Vietnamese catalogue, held in step with the messages in the code: `make messages`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_from_file

from tests.house.catalogues import Book, called, compiled, empty, forms, header, sentences, untranslated
from tests.house.sources import CHECKOUT, PACKAGE, modules

__all__ = ["compiled", "forms", "kept", "sentences", "untranslated", "written"]

WEB = PACKAGE / "web"
CATALOGUE = PACKAGE / "locale" / "vi" / "LC_MESSAGES" / "chiso.po"
COMPILED = CATALOGUE.with_suffix(".mo")
BOOK = Book(
    CATALOGUE,
    header(
        "The Vietnamese of every sentence that Chiso says. The ids are the English sentences.",
        "After a change in the code: make messages, then fill in what is empty.",
    ),
)

METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.jinja", "jinja2"), ("**.j2", "jinja2")]
# `message` is the engine's: it knows the id of a sentence and no language.
KEYWORDS = {"_": None, "gettext": None, "marked": None, "message": None, "ngettext": (1, 2)}
# In the web both catalogues speak: these modules' translators are ours, Django's have their own.
OURS = ("chiso.engine.errors", "chiso.language", "chiso.messages")
COMMENTS: dict[str, Any] = {"comment_tags": ("Translators:",), "strip_comment_tags": True}


def extracted() -> Catalog:
    """The messages in the code and the templates, with the files they stand in and no translation."""
    found = empty()
    for path, id, comments, context in (*_outside(), *_inside()):
        found.add(id, locations=[(path.relative_to(CHECKOUT).as_posix(), 0)], auto_comments=comments, context=context)
    return found


def _outside() -> Iterator[tuple[Path, Any, Any, Any]]:
    """The messages outside the web."""
    for name, _, id, comments, context in extract_from_dir(
        PACKAGE, METHODS, keywords=KEYWORDS, directory_filter=lambda folder: Path(folder) != WEB, **COMMENTS
    ):
        yield PACKAGE / name, id, comments, context


def _inside() -> Iterator[tuple[Path, Any, Any, Any]]:
    """The messages of the web that its modules take from our own catalogue."""
    for path in modules(WEB):
        for _, id, comments, context in extract_from_file("python", path, keywords=called(path, OURS), **COMMENTS):
            yield path, id, comments, context


def kept() -> Catalog:
    """The catalogue as it stands in its file."""
    return BOOK.kept()


def written(catalogue: Catalog) -> bytes:
    """The text of the catalogue file."""
    return BOOK.written(catalogue)


def main() -> None:
    """Writes both catalogue files and prints what is left to translate."""
    for id in BOOK.brought_in_step(extracted()):
        print(f"to be translated in {CATALOGUE.relative_to(CHECKOUT)}: {id}")


if __name__ == "__main__":
    main()
