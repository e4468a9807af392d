"""A submission as one canonical text, whose digest a receipt bears."""

from __future__ import annotations

import csv
from io import StringIO

from chiso.web.models import Submission

COLUMNS = ("unit", "case", "question", "value", "note")


def frozen(submission: Submission) -> str:
    """The answers as the text of an `answers.csv`, in the order of questions and cases."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    unit = submission.participant.unit.code
    for answer in submission.answers.exclude(value="").order_by("question", "case"):
        writer.writerow((unit, answer.case, answer.question, answer.value, answer.note))
    return text.getvalue()
