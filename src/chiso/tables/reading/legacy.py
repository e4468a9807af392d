"""The alphabets of Vietnamese before Unicode: TCVN3 (ABC, fonts .VnTime), VNI and windows-1258.

A text in one of them looks like `Céng hßa x· héi` (TCVN3) or `Coäng hoøa xaõ hoäi` (VNI) to a program that does not
know it. It is known by its syllables: Vietnamese allows few, and a wrong alphabet yields hardly any.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress

Converter = Callable[[str], str]

TCVN3, VNI, WINDOWS_1258 = "TCVN3", "VNI", "windows-1258"

_ABC = (
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT, _ROOF, _BREVE = "\u0300\u0301\u0309\u0303\u0323\u0302\u0306"
_TONES = _GRAVE + _ACUTE + _HOOK + _TILDE + _DOT
_PLAIN_MARKS = dict(zip("øùûõï", _TONES, strict=True))
_ROOF_MARKS = {"â": _ROOF, **{mark: _ROOF + tone for mark, tone in zip("àáåãä", _TONES, strict=True)}}
_BREVE_MARKS = {"ê": _BREVE, **{mark: _BREVE + tone for mark, tone in zip("èéúüë", _TONES, strict=True)}}
_VNI_MARKS = {
    "a": _PLAIN_MARKS | _ROOF_MARKS | _BREVE_MARKS,
    **dict.fromkeys("eo", _PLAIN_MARKS | _ROOF_MARKS),
    **dict.fromkeys("uyôö", _PLAIN_MARKS),
}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_PAIR = re.compile(r"([aeouyôö])([øùûõïâàáåãäêèéúüë])|([ôöñæóòî])", re.IGNORECASE)

_SYLLABLE = re.compile(
    r"(?:ngh?|nh|n|th|tr|t|ch|c|kh|k|gh|gi|g|ph|p|qu|b|d|đ|h|l|m|r|s|v|x)?"
    r"(?:uyê|uya|iêu|yêu|uôi|ươi|ươu|oai|oay|oeo|uây|uyu|iê|yê|ia|ua|uô|ưa|ươ|oa|oă|oe|oo|uâ|uê|uơ|uy|ai|ao|au|ay"
    r"|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_WORDS, _LIKELY, _UNLIKELY = 5, 0.85, 0.6


def likeliness(text: str) -> tuple[float, int]:
    """The share of Vietnamese syllables among the words that are not all ASCII, and how many such words there are."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()]
    if not words:
        return 0.0, 0
    return sum(map(is_syllable, words)) / len(words), len(words)


def is_syllable(word: str) -> bool:
    """Whether a word may be a Vietnamese syllable."""
    return _SYLLABLE.fullmatch(_toneless(unicodedata.normalize("NFC", word).casefold())) is not None


def converter(sample: str) -> tuple[str, Converter] | None:
    """The alphabet that a text was typed in and what turns it into Unicode; None where it is Unicode already.

    The text is one whose letters beyond ASCII are those of Western Europe, as TCVN3 and VNI fonts misuse them.
    """
    share, words = likeliness(sample)
    if words < _LEAST_WORDS or share > _UNLIKELY:
        return None
    name, found = max(CONVERTERS.items(), key=lambda each: likeliness(each[1](sample))[0])
    better, _ = likeliness(found(sample))
    return (name, found) if better >= _LIKELY else None


def decoded(raw: bytes) -> tuple[str, str] | None:
    """The text of bytes in an alphabet before Unicode and its name; None where no alphabet makes Vietnamese of them."""
    western = raw.decode("latin-1")
    candidates = [(name, convert(western)) for name, convert in CONVERTERS.items()]
    with suppress(UnicodeDecodeError):
        candidates.append((WINDOWS_1258, unicodedata.normalize("NFC", raw.decode("cp1258"))))
    name, text = max(candidates, key=lambda each: likeliness(each[1])[0])
    share, words = likeliness(text)
    return (text, name) if share >= _LIKELY and words else None


def _from_abc(text: str) -> str:
    return text.translate(_ABC_TABLE)


def _from_vni(text: str) -> str:
    return _VNI_PAIR.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    base, mark, alone = match.groups()
    if alone:
        letter = _VNI_ALONE[alone.lower()]
        return letter.upper() if alone.isupper() else letter
    marks = _VNI_MARKS[base.lower()].get(mark.lower())
    if marks is None:
        return _from_vni(base) + _from_vni(mark) if base.lower() in _VNI_ALONE else match[0]
    letter = _VNI_ALONE.get(base.lower(), base.lower())
    return unicodedata.normalize("NFC", (letter.upper() if base.isupper() else letter) + marks)


def _toneless(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))


_ABC_TABLE = str.maketrans(*_ABC)
CONVERTERS: dict[str, Converter] = {TCVN3: _from_abc, VNI: _from_vni}
