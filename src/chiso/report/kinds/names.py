"""The kinds of documents by their names on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from chiso.language import marked


class Kind(StrEnum):
    """The kinds of documents."""

    DECISION = "quyet-dinh"
    CARD = "the-don-vi"
    PRESS = "thong-cao"
    METHOD = "phuong-phap"
    SURVEY = "bao-cao"
    NATIONAL = "bao-cao-quoc-gia"
    PLAN = "ke-hoach"
    REQUEST = "cong-van-yeu-cau"
    REMINDER = "cong-van-nhac"
    SENDING = "cong-van-gui-ket-qua"
    SHEET = "phieu"
    SELF_REPORT = "tu-danh-gia"
    INSPECTION = "bien-ban-kiem-tra"
    EXPLANATION = "yeu-cau-giai-trinh"
    MINUTES = "bien-ban"
    SUBMISSION = "to-trinh"


ABOUT: Mapping[str, str] = {
    "quyet-dinh": marked("the decision on a result, with the result as its annex"),
    "the-don-vi": marked("the card of one unit, or of all units"),
    "thong-cao": marked("a result in short for the press"),
    "phuong-phap": marked("the scoring method of a framework"),
    "bao-cao": marked("the survey report on a result, with its indicators"),
    "bao-cao-quoc-gia": marked("the national report, a rank table for each item"),
    "ke-hoach": marked("the plan of a cycle"),
    "cong-van-yeu-cau": marked("the letter that asks units for their data"),
    "cong-van-nhac": marked("the letter that reminds units of what is missing"),
    "cong-van-gui-ket-qua": marked("the letter that sends the results to the units"),
    "phieu": marked("the form to be filled in, blank or filled in"),
    "tu-danh-gia": marked("the self-assessment report of a unit"),
    "bien-ban-kiem-tra": marked("the minutes of a check on site, signed by both sides"),
    "yeu-cau-giai-trinh": marked("a request for an explanation"),
    "bien-ban": marked("the minutes of the council"),
    "to-trinh": marked("the submission of a result for approval"),
}
"""What each kind is, in a few words, by its name."""
