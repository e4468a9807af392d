"""The tables of the application, a file per step of the cycle."""

from chiso.web.models.cycle import Announcement, Cycle, Extension, FrameworkFile, Participant, Reminder, Window
from chiso.web.models.history import Chain, Entry, Seal
from chiso.web.models.people import Duty, Invitation, Office, Person, Unit
from chiso.web.models.phases import Phase
from chiso.web.models.publication import Draft, Paper
from chiso.web.models.scoring import Grant, Meeting, Objection, Placed, Run, Settlement, Stage
from chiso.web.models.submission import (
    Answer,
    Closing,
    Confirmation,
    Count,
    Evidence,
    Part,
    Submission,
    Support,
    Upload,
)
from chiso.web.models.verification import Assignment, Explanation, Remark, Risk, Sample, Verdict, Visit

__all__ = [
    "Announcement",
    "Answer",
    "Assignment",
    "Chain",
    "Closing",
    "Confirmation",
    "Count",
    "Cycle",
    "Draft",
    "Duty",
    "Entry",
    "Evidence",
    "Explanation",
    "Extension",
    "FrameworkFile",
    "Grant",
    "Invitation",
    "Meeting",
    "Objection",
    "Office",
    "Paper",
    "Part",
    "Participant",
    "Person",
    "Phase",
    "Placed",
    "Remark",
    "Reminder",
    "Risk",
    "Run",
    "Sample",
    "Seal",
    "Settlement",
    "Stage",
    "Submission",
    "Support",
    "Unit",
    "Upload",
    "Verdict",
    "Visit",
    "Window",
]
