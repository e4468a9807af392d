"""The key under which two writings of one name are the same.

Folded: composition (NFC, NFD), case, where the tone mark sits (`Hoà`, `Hòa`), blanks, dashes, punctuation, `và` and
`&`, abbreviations (`Sở TT&TT`, `TP.`), a few spellings (`Đăk`, `Dak`). Not folded: letters and tones: Hòa is not
Họa, Nam is not Năm; and numbers: T7 is not T17.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from chiso.tables.names.abbreviations import AFTER_BODY, BODIES, LEADING, LONGEST, NUMBERED, SHORT, SPELLINGS

Tokens: TypeAlias = tuple[str, ...]

GRAVE, ACUTE, TILDE, HOOK, DOT_BELOW = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
TONES = frozenset({GRAVE, ACUTE, TILDE, HOOK, DOT_BELOW})
VOWELS = frozenset("aeiouy")

_BLANK = re.compile(r"(?<!\d) | (?!\d)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_LEADING = re.compile(rf"^((?:ubnd|uỷ ban nhân dân|ủy ban nhân dân) )?({'|'.join(LEADING)}) ?\. ?(?=\w\w)")
# Marks of a footnote, and letters that cannot be seen.
_DROPPED = {ord(letter): None for letter in "⁰¹²³⁴⁵⁶⁷⁸⁹\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"}
# Eth and the African letter look like đ, and old typing aids write them for it.
_LOOKALIKES = {ord("ð"): "đ", ord("ɖ"): "đ"}


def key(name: str) -> str:
    """The key of a name: equal for two writings of the same name, and empty where nothing is written."""
    return joined(folded(name))


def bare(name: str) -> str:
    """The key without any accent, by which `Dien Bien` may be asked to be Điện Biên; never enough to accept."""
    return unaccented(key(name))


def unaccented(text: str) -> str:
    """A text without the marks on its letters; đ becomes d."""
    letters = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return "".join(letters).replace("đ", "d")


@lru_cache(maxsize=2**16)
def folded(name: str) -> Tokens:
    """The folded syllables and numbers of a name; tone marks stand after the vowels they belong to."""
    words = _expanded([_plain(token) for token in _TOKEN.findall(_cleaned(name))])
    return tuple(_toned(SPELLINGS.get(word, word)) for word in words if word != "và")


def joined(tokens: Iterable[str]) -> str:
    """The key that tokens make."""
    return " ".join(tokens)


def tight(key: str) -> str:
    """The key without its blanks, but for those between two numbers: 1 2 is not 12."""
    return _BLANK.sub("", key)


def only_blanks_differ(one: str, other: str) -> bool:
    """Whether one key is the other with blanks left out (`Kontum`), and none moved: Than Hoai is not Thanh Oai."""
    if tight(one) != tight(other):
        return False
    breaks, others = _breaks(one), _breaks(other)
    return breaks <= others or others <= breaks


def _breaks(key: str) -> set[int]:
    ends = accumulate(len(token) for token in key.split())
    return set(ends)


def numbers(tokens: Iterable[str]) -> tuple[int, ...]:
    """The numbers in a name: two names whose numbers differ are never alike."""
    return tuple(int(token) for token in tokens if token.isdigit())


def _cleaned(name: str) -> str:
    text = unicodedata.normalize("NFKC", name.translate(_DROPPED)).casefold().translate(_LOOKALIKES)
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return _LEADING.sub(lambda found: f"{found[1] or ''}{LEADING[found[2]]} ", text)


def _plain(token: str) -> str:
    """The token, a number in the digits 0 to 9 whatever script it was written in."""
    return "".join(str(unicodedata.digit(digit)) for digit in token) if token.isdigit() else token


def _expanded(tokens: Sequence[str]) -> Iterator[str]:
    """The words with every short form written out, the longest first."""
    place = 0
    while place < len(tokens):
        words, taken = _written_out(tokens, place)
        yield from words
        place += taken


def _written_out(tokens: Sequence[str], place: int) -> tuple[Sequence[str], int]:
    """The words that the tokens at `place` stand for, and how many tokens that takes."""
    for taken in range(min(LONGEST, len(tokens) - place), 0, -1):
        window = tokens[place : place + taken]
        if "và" in (window[0], window[-1]):
            continue
        short = "".join(token for token in window if token != "và").replace("đ", "d")
        after_body = place > 0 and tokens[place - 1] in BODIES
        words = (AFTER_BODY.get(short) if after_body else None) or SHORT.get(short)
        if words:
            return words.split(), taken
    return (_numbered(tokens, place),), 1


def _numbered(tokens: Sequence[str], place: int) -> str:
    """The token at `place`, where it stands for the kind of a numbered unit that word: `Q1` is quận 1."""
    token = tokens[place]
    first = place == 0 or tokens[place - 1] in {"ubnd", "dân"}
    followed = place + 1 < len(tokens) and tokens[place + 1].isdigit()
    return NUMBERED.get(token, token) if first and followed else token


def _toned(word: str) -> str:
    """The word with each tone mark moved behind its run of vowels: `hoà` and `hòa` become the same."""
    written, tones = "", ""
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        if parts[0] not in VOWELS:
            written, tones = written + tones, ""
        tones += "".join(part for part in parts if part in TONES)
        written += unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    return written + tones
