"""The follow-up board as a workbook."""

from __future__ import annotations

from io import BytesIO

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from chiso.web.bridge.sections import headings
from chiso.web.models import Cycle, Participant


def workbook(cycle: Cycle, found: QuerySet[Participant]) -> bytes:
    """A line for each unit: code, name, block, state, counts, times, how often it was confirmed, answers by part."""
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy hh:mm"})
    bold, sheet = book.add_format({"bold": True, "text_wrap": True, "bottom": 1}), book.add_worksheet(_("Board"))
    _blocks, sections = headings(cycle, "")
    heads = [
        _("Code"), _("Unit"), _("Block"), _("State"), _("Questions"), _("Answered"), _("Errors"), _("Deadline"),
        _("Last change"), _("Closed"), _("Confirmed"), *(f"{each.code}. {each.name}" for each in sections),
    ]  # fmt: skip
    sheet.write_row(0, 0, heads, bold)
    line = 0
    for line, each in enumerate(found.iterator(chunk_size=2000), 1):
        sheet.write_row(line, 0, _cells(each, [section.code for section in sections]))
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(1, line), len(heads) - 1)
    sheet.set_column(1, 1, 45)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


def _cells(each: Participant, sections: list[str]) -> list[object]:
    submission = each.submission
    moments = (each.due, submission.changed_at, submission.closed_at)  # type: ignore[attr-defined]
    times = [timezone.localtime(moment).replace(tzinfo=None) if moment else "" for moment in moments]
    parts = ["/".join(map(str, reversed(submission.sections[code][:2]))) if code in submission.sections else ""
             for code in sections]  # fmt: skip
    confirmed = int(each.first) + int(each.second)  # type: ignore[attr-defined]
    return [
        each.unit.code, each.name, each.block, str(submission.get_state_display()), submission.asked,
        submission.answered, submission.errors, *times, confirmed, *parts,
    ]  # fmt: skip
