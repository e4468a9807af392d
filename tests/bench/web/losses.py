"""Looks up every acknowledged save and upload in the database, one by one: `python -m tests.bench.web.losses FILE`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.bench.web.filling import CYCLE


def lost(lines: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """How many saves and uploads were acknowledged, those that are not there, and the broken chains of the cycle.

    A save is there where the history of its unit has an entry with the key of the request and its value, and the last
    one of each question where the answer stands as it was sent, or was changed by an entry after it.
    """
    from chiso.web.bridge.chains import broken

    found = list(lines)
    saves, uploads = [each for each in found if "saved" in each], [each for each in found if "uploaded" in each]
    return {
        "saves": len(saves),
        "lost": [each for each in saves if not _entered(each)] + [each for each in _last(saves) if not _stands(each)],
        "uploads": len(uploads),
        "lost_uploads": [each for each in uploads if not _kept(each)],
        "broken": [str(each) for each in broken(CYCLE)],
    }


def _last(saves: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    return {(each["saved"], each["question"]): each for each in saves}.values()


def _entered(save: Mapping[str, Any]) -> bool:
    """Whether history has the save."""
    from chiso.web.models import Entry

    entry = Entry.objects.filter(chain__key=f"{CYCLE}/{save['saved']}", key=save["key"]).first()
    if entry is None:
        return False
    return entry.subject == f"answer/{save['question']}" and json.loads(entry.what)["value"] == save["value"]


def _stands(save: Mapping[str, Any]) -> bool:
    """Whether the answer is as it was sent, or newer."""
    answer = _answer(save)
    return bool(answer.version > save["version"] or (answer.version, answer.value) == (save["version"], save["value"]))


def _answer(save: Mapping[str, Any]) -> Any:
    from chiso.web.models import Answer

    where = {"submission__participant__cycle__code": CYCLE, "submission__participant__unit__code": save["saved"]}
    return Answer.objects.filter(**where, question=save["question"]).first() or Answer(version=0)


def _kept(upload: Mapping[str, Any]) -> bool:
    """Whether the piece is in the form and its bytes lie under their digest."""
    from hashlib import sha256

    from chiso.web.bridge.storing import place_of
    from chiso.web.models import Evidence

    known = Evidence.objects.filter(digest=upload["digest"], submission__participant__unit__code=upload["uploaded"])
    place = place_of(upload["digest"])
    return known.exists() and place.exists() and sha256(place.read_bytes()).hexdigest() == upload["digest"]


if __name__ == "__main__":
    from chiso.web import serving

    serving.opened()
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    sys.stdout.write(json.dumps(lost(json.loads(line) for line in text.splitlines())) + "\n")
