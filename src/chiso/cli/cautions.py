"""What somebody who uses a framework should be told of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from chiso.language import chosen, gettext

if TYPE_CHECKING:
    from chiso.engine.framework import Framework


def cautions(framework: Framework, today: date) -> list[str]:
    """Sentences: what no source tells of it, that it is not in force today, that another one replaces it."""
    said: list[str] = []
    if framework.unknown:
        sentence = gettext("Note: {id} holds what the sources tell; it serves for audit and cannot open a cycle.")
        said.append(sentence.format(id=framework.id))
    if framework.in_force_from is not None and framework.in_force_from > today:
        sentence = gettext("Warning: {id} is in force only from {day} on.")
        said.append(sentence.format(id=framework.id, day=framework.in_force_from))
    if framework.in_force_to is not None and framework.in_force_to < today:
        sentence = gettext("Warning: {id} was in force until {day}.")
        said.append(sentence.format(id=framework.id, day=framework.in_force_to))
    if framework.replaced_by is not None:
        sentence = gettext("Warning: {id} was replaced by {other}.")
        said.append(sentence.format(id=framework.id, other=framework.replaced_by))
    return said


def unknown_maxima(framework: Framework) -> str:
    """The sentence of the criteria whose maximum no source tells; nothing where all are known."""
    unknown = [
        f"{node.code} ({node.name.of(chosen())})"
        for node in framework.walk()
        if not node.children
        and any(framework.applies(node.code, b) and framework.max_of(node.code, b) is None for b in framework.block_ids)
    ]
    if not unknown:
        return ""
    return gettext("Note: the maximum is not known of {names}.").format(names=", ".join(unknown))
