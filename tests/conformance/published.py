"""Published tables and the frameworks that recompute them."""

import csv
import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path

from chiso.engine.answers import Row, Units, build
from chiso.engine.answers.units import Status
from chiso.engine.framework import Framework
from chiso.engine.loading import load
from chiso.engine.quantities import decimal_text, exact
from chiso.engine.scoring import Scores, score

HERE = Path(__file__).parent


def framework(name: str) -> Framework:
    """The framework in a file of this folder."""
    return load(HERE / name)


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a published CSV file, packed or not."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))


def fixed(text: str, decimals: int) -> str:
    """A published number at so many decimals: the files carry binary noise (`0.8740100000000001`)."""
    return decimal_text(exact(text), decimals)


def scored(framework: Framework, blocks: Mapping[str, str], answers: Iterable[Row]) -> Scores:
    """The scores of units, given by code with their blocks, from their answers."""
    codes = tuple(blocks)
    ranked: Status = "ranked"
    units = Units(codes, codes, tuple(blocks.values()), (ranked,) * len(codes), ("",) * len(codes))
    return score(framework, build(framework, units, answers))
