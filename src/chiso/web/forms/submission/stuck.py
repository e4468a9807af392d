"""What was typed into a section without scripts, and what of it could not be saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from chiso.web.forms.submission.laying import beside, rows, section_of
from chiso.web.forms.submission.rows import Block, Row, key_of
from chiso.web.forms.submission.typed import Typed, typed
from chiso.web.models import Submission


@dataclass(frozen=True)
class Stuck:
    """What was typed and is not saved; why: in words, empty where somebody else changed the answer meanwhile."""

    typed: Typed
    why: str = ""

    @property
    def key(self) -> str:
        """What its row is called in the page."""
        return key_of(self.typed.question, self.typed.case)


def typed_in(submission: Submission, code: str, posted: Mapping[str, str]) -> list[Typed] | None:
    """What a posted section changes, in its order; None where the form has no such section."""
    section = section_of(submission, code)
    if section is None:
        return None
    found = []
    for row in rows(submission, section, beside(submission)):
        if f"{row.key}-version" in posted:
            found.append(replace(typed(posted, row.field.id, row.case, row.key), name=row.field.name))
    return [each for each in found if each.changed]


def over(blocks: Iterable[Block], stuck: Iterable[Stuck]) -> tuple[Block, ...]:
    """The blocks of a section with what could not be saved standing in its fields."""
    found = {each.key: each for each in stuck}
    return tuple(
        replace(
            block,
            cases=tuple((case, tuple(_over(row, found.get(row.key)) for row in all)) for case, all in block.cases),
        )
        for block in blocks
    )


def _over(row: Row, stuck: Stuck | None) -> Row:
    if stuck is None:
        return row
    return stuck.typed.over(row, stuck.why, None if stuck.why else row)
