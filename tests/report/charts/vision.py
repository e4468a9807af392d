"""How far apart colours are for eyes without red or green cones, and in grey."""

import math
from itertools import combinations, pairwise

Triple = tuple[float, float, float]
NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
# Machado, Oliveira, Fernandes (2009), severity 1.0, on linear RGB.
PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
EYES = {"normal": NORMAL, "protan": PROTAN, "deutan": DEUTAN}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Triple:
    """The light of a colour's three channels, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _times(matrix: tuple[Triple, Triple, Triple], triple: Triple) -> Triple:
    first, second, third = (sum(a * b for a, b in zip(row, triple, strict=True)) for row in matrix)
    return first, second, third


def lab(colour: str, eye: tuple[Triple, Triple, Triple] = NORMAL) -> Triple:
    """CIE L*a*b* of a colour as an eye sees it."""
    red, green, blue = (min(max(value, 0.0), 1.0) for value in _times(eye, linear(colour)))
    x, y, z = (_root(value / white) for value, white in zip(_times(TO_XYZ, (red, green, blue)), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def ciede2000(one: Triple, two: Triple) -> float:
    """The distance of two colours (Sharma, Wu, Dalal 2005)."""
    mean = (math.hypot(*one[1:]) + math.hypot(*two[1:])) / 2
    grey = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    (c1, h1), (c2, h2) = (_polar((1 + grey) * a, b) for _l, a, b in (one, two))
    turn = 0.0 if not c1 * c2 else (h2 - h1 + 180) % 360 - 180
    hue = h1 + h2 if not c1 * c2 else _middle(h1, h2)
    light, c = (one[0] + two[0]) / 2, (c1 + c2) / 2
    t = 1 - 0.17 * _cos(hue - 30) + 0.24 * _cos(2 * hue) + 0.32 * _cos(3 * hue + 6) - 0.2 * _cos(4 * hue - 63)
    by_light = (two[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * c)
    by_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * c * t)
    bent = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    twist = -math.sin(math.radians(bent)) * 2 * math.sqrt(c**7 / (c**7 + 25**7))
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + twist * by_chroma * by_hue)


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _middle(one: float, two: float) -> float:
    if abs(one - two) <= 180:
        return (one + two) / 2
    return (one + two + 360) / 2 if one + two < 360 else (one + two - 360) / 2


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def nearest(colours: tuple[str, ...], eye: str, *, neighbours: bool = False) -> float:
    """The least distance of any two colours, or of neighbours alone, to an eye."""
    seen = [lab(colour, EYES[eye]) for colour in colours]
    pairs = pairwise(seen) if neighbours else combinations(seen, 2)
    return min(ciede2000(one, two) for one, two in pairs)
