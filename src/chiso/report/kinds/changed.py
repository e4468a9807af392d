"""Changes in words: up and down are said from the numbers alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from chiso.engine.framework import Classes
from chiso.language import gettext as _
from chiso.language import ngettext
from chiso.report.document import Cell
from chiso.report.kinds.changes import Changed, Since, State
from chiso.report.numbers import number
from chiso.report.results.tables import NOTHING
from chiso.report.wording import class_words


def before() -> str:
    """The time before, as the head of a column and the label of a point."""
    return _("the time before")


def now() -> str:
    """This time, as the head of a column and the label of a point."""
    return _("this time")


def ranks_words(ranks: int) -> str:
    """`tăng 3 bậc`, `giảm 1 bậc`, `giữ nguyên thứ hạng`; ranks: how many up."""
    if ranks == 0:
        return _("the same rank")
    sentence = ngettext("up {n} rank", "up {n} ranks", ranks)
    if ranks < 0:
        sentence = ngettext("down {n} rank", "down {n} ranks", -ranks)
    return sentence.format(n=number(abs(ranks)))


def points_words(points: Decimal) -> str:
    """`tăng 12,5 điểm`, `giảm 0,2 điểm`, `giữ nguyên điểm`."""
    if points == 0:
        return _("the same points")
    sentence = _("{n} points more") if points > 0 else _("{n} points fewer")
    return sentence.format(n=number(abs(points)))


def share_words(points: Decimal) -> str:
    """`tăng 4,2 điểm phần trăm`: the change of a share is in percentage points, never in percent."""
    if points == 0:
        return _("the same share")
    sentence = _("up {n} percentage points") if points > 0 else _("down {n} percentage points")
    return sentence.format(n=number(abs(points)))


def class_change(classes: Classes | None, since: Since, changed: Changed) -> str:
    """`xếp loại từ Khá lên Tốt`, by the order of the classes; nothing where there are none at one of the times."""
    earlier = since.earlier.criterion.classes
    old, new = changed.before, changed.after
    if classes is None or earlier is None or old is None or new is None or not old.classes or not new.classes:
        return ""
    names = {"before": class_words(earlier, old.classes), "after": class_words(classes, new.classes)}
    if changed.classes is None:
        return _("class {before} the time before, {after} this time").format(**names)
    if changed.classes == 0:
        return _("the same class {after}").format(**names)
    sentence = (
        _("class up from {before} to {after}") if changed.classes > 0 else _("class down from {before} to {after}")
    )
    return sentence.format(**names)


def state_words(state: State) -> str:
    """Why two times of a unit cannot be compared; nothing where they can."""
    return {
        "both": "",
        "new": _("new, not in the result of the time before"),
        "gone": _("in the result of the time before, gone from this one"),
        "unranked_before": _("not ranked the time before"),
        "unranked_now": _("not ranked this time"),
        "other_block": _("in another block the time before"),
    }[state]


def change_words(since: Since, changed: Changed) -> str:
    """All that changed of a unit, in one clause."""
    return "; ".join(each for each in _said(since, changed) if each)


def _said(since: Since, changed: Changed) -> Iterator[str]:
    if changed.state != "both":
        yield state_words(changed.state)
    old, new = changed.before, changed.after
    if changed.ranks is not None and old is not None and new is not None:
        sentence = _("{change} (from {before} of {of_before} to {after} of {of_after})")
        yield sentence.format(
            change=ranks_words(changed.ranks),
            before=old.rank,
            of_before=since.ranked_before,
            after=new.rank,
            of_after=since.ranked_now,
        )
    if changed.share is not None:
        yield _("share of its own maximum {change}").format(change=share_words(changed.share))
    elif changed.points is not None and old is not None and new is not None:
        sentence = _("{change} (from {before} to {after})")
        yield sentence.format(
            change=points_words(changed.points), before=number(old.points or ""), after=number(new.points or "")
        )
    yield class_change(since.standing.criterion.classes, since, changed)


def signed(value: Decimal | int | None) -> Cell:
    """A change with its sign; a dash where it is not known."""
    if value is None:
        return Cell(NOTHING)
    return Cell(f"{'+' if value > 0 else ''}{number(value)}", Decimal(value))
