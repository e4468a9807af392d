"""The order of Vietnamese names: a < ă < â, đ after d, and tones ngang, huyền, hỏi, ngã, sắc, nặng.

As the collation `vi` of Unicode CLDR orders them: letters first, over the whole name; then tones; then small letters
before capitals. Blanks and punctuation count and stand before digits, digits before letters.
"""

from __future__ import annotations

import unicodedata

from chiso.tables.names.folding import ACUTE, DOT_BELOW, GRAVE, HOOK, TILDE

_LETTERS = " _-‐‒–—,;:!?.·'‘’\"“”«»()[]{}§@*/\\&#%•`^°+÷×<=>|~$₫€0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_WEIGHTS = {letter: place for place, letter in enumerate(_LETTERS, 1)}
# Letters of other scripts follow, by their numbers.
_OTHERS = 0x100
_TONES = {GRAVE: 2, HOOK: 3, TILDE: 4, ACUTE: 5, DOT_BELOW: 6}
_OTHER_MARK = 7


def sort_key(text: str) -> bytes:
    """Bytes that sort as Vietnamese dictionaries do; they can be kept in a database and compared there."""
    letters, tones, cases = bytearray(), bytearray(), bytearray()
    for base, marks in _clusters(text):
        letter, rest = _letter(base, marks)
        small = letter.lower()
        letters += (_WEIGHTS.get(small) or _OTHERS + ord(small[0])).to_bytes(3, "big")
        tones += bytes([1, *(_TONES.get(mark, _OTHER_MARK) for mark in rest)])
        cases += bytes([1 if letter == small else 2, *(1 for _ in rest)])
    return bytes(letters + b"\0\0\0" + tones + b"\0" + cases)


def _clusters(text: str) -> list[tuple[str, str]]:
    """Each letter with the marks on it; every kind of blank is a blank."""
    found: list[tuple[str, str]] = []
    for letter in unicodedata.normalize("NFKD", text):
        if found and unicodedata.combining(letter):
            base, marks = found[-1]
            found[-1] = base, marks + letter
        else:
            found.append((" " if letter.isspace() else letter, ""))
    return found


def _letter(base: str, marks: str) -> tuple[str, str]:
    """The letter of the alphabet that a base and one of its marks make, and the marks that remain."""
    for mark in marks:
        whole = unicodedata.normalize("NFC", base + mark)
        if whole.lower() in _WEIGHTS:
            return whole, marks.replace(mark, "", 1)
    return base, marks
