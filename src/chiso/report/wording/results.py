"""The words of states, statuses, classes and notes in a result."""

from __future__ import annotations

from collections.abc import Sequence

from chiso.engine.framework import Classes
from chiso.language import chosen, marked, use
from chiso.language import gettext as _

STATES = {
    "scored": marked("scored"),
    "capped": marked("scored, at the cap"),
    "granted": marked("granted"),
    "missing": marked("no answer"),
    "not_applicable": marked("not applicable"),
    "no_result": marked("no result"),
    "set_aside": marked("not counted, excluded by another criterion"),
}
STATUSES = {
    "ranked": marked("ranked"),
    "listed": marked("listed, not ranked"),
    "excluded": marked("not assessed"),
}
NOTES = {"": "", "listed": marked("not ranked"), "no_result": marked("no result")}


def state_words(state: str, language: str | None = None) -> str:
    """The words of a score's state."""
    with use(language or chosen()):
        return _(STATES[state])


def status_words(status: str, language: str | None = None) -> str:
    """The words of a unit's status."""
    with use(language or chosen()):
        return _(STATUSES[status])


def note_words(note: str, of_unit: str = "", language: str | None = None) -> str:
    """Why a place has no rank: the place's note, then the one that the register has on the unit."""
    with use(language or chosen()):
        said = _(NOTES[note]) if note else ""
    return ": ".join(each for each in (said, of_unit) if each)


def class_name(classes: Classes, id: str) -> str:
    """The name of one class in the language in use; an empty id is below all of them."""
    names = {band.id: band.name.of(chosen()) for band in classes.bands}
    return names[id] if id else _("below all classes")


def class_words(classes: Classes, ids: Sequence[str], language: str | None = None) -> str:
    """The name of a class; of several possible ones "undetermined: Tốt or Khá"; nothing where there is none.

    ids: the possible classes, best first; an empty one is below all classes.
    """
    language = language or chosen()
    with use(language):
        names = [class_name(classes, id) for id in ids]
        if len(names) < 2:
            return "".join(names)
        return _("undetermined: {names} or {last}").format(names=", ".join(names[:-1]), last=names[-1])
