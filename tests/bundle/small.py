"""A published folder of the small framework, for tests of what is done with one."""

from datetime import date

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from chiso.bundle.corrections import Correction
from chiso.bundle.making import Publication, made
from chiso.bundle.manifest import manifest_bytes
from chiso.bundle.names import MANIFEST, SIGNATURE
from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from tests.exchange.small import TEXT, answers, framework

DAY = date(2026, 11, 21)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
CORRECTIONS = (
    Correction("a", "", "may_moi", "verified", "35", "32", "đếm lại"),
    Correction("a", "", "may_moi", "explained", "32", "30", "có biên bản"),
)


def published(sign: Ed25519PrivateKey | None = None, corrections: tuple[Correction, ...] = ()) -> dict[str, bytes]:
    """The files of the published folder."""
    scores = score(framework(), answers())
    return made(TEXT.encode(), scores, rank(scores), Publication("final", DAY, corrections), sign=sign)


def edited(files: dict[str, bytes], name: str, old: str, new: str, *, mend: bool = False) -> dict[str, bytes]:
    """The files with one text replaced once; `mend` makes the manifest fit again."""
    assert files[name].count(old.encode()) >= 1
    changed = files | {name: files[name].replace(old.encode(), new.encode(), 1)}
    return mended(changed) if mend else changed


def mended(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with a manifest that fits them, as somebody who covers a change would leave it."""
    told = {name: content for name, content in files.items() if name not in (MANIFEST, SIGNATURE)}
    counts = {"units": 4, "answers": 16, "scores": 20, "places": 4}
    return told | {MANIFEST: manifest_bytes(framework(), told, counts, "final", DAY)}
