"""The language a sentence is said in: English message ids, and the catalogues that translate them.

Only rooms that speak to people import this; the engine hands out kinds and numbers, never sentences.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from chiso.messages import Message

LANGUAGES = ("vi", "en")

_chosen: ContextVar[str] = ContextVar("chiso.language", default="vi")


def gettext(id: str) -> str:
    """The sentence of message `id` in the language in use."""
    return _catalogue(_chosen.get()).gettext(id)


def ngettext(one: str, many: str, n: int) -> str:
    """The sentence for `n` things, in the plural form that the language in use has for that number."""
    return _catalogue(_chosen.get()).ngettext(one, many, n)


def sentence(text: Message) -> str:
    """The sentence of a message, and of those in its places, in the language in use."""
    values = {name: sentence(value) if isinstance(value, Message) else value for name, value in text.values.items()}
    said = gettext(text.id)
    return said.format(**values) if values else said


def marked(id: str) -> str:
    """The same `id`, noted for the catalogue; it is translated where it is shown."""
    return id


def chosen() -> str:
    """The code of the language in use: Vietnamese where nothing else was chosen."""
    return _chosen.get()


@contextmanager
def use(language: str) -> Iterator[None]:
    """A context within which sentences are in `language`; it touches no other thread or task.

    Raises:
        ValueError: there is no catalogue of that language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}: expected one of {', '.join(LANGUAGES)}")
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == "en":  # The ids are the English sentences.
        return NullTranslations()
    with files("chiso").joinpath("locale", language, "LC_MESSAGES", "chiso.mo").open("rb") as compiled:
        return GNUTranslations(compiled)
