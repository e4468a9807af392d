"""The tables of the application, a file per step of the cycle."""

from chiso.web.models.cycle import Announcement, Cycle, Extension, FrameworkFile, Participant, Reminder, Window
from chiso.web.models.history import Chain, Entry, Seal
from chiso.web.models.people import Duty, Invitation, Office, Person, Unit
from chiso.web.models.phases import Phase
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

__all__ = [
    "Announcement",
    "Answer",
    "Chain",
    "Closing",
    "Confirmation",
    "Count",
    "Cycle",
    "Duty",
    "Entry",
    "Evidence",
    "Extension",
    "FrameworkFile",
    "Invitation",
    "Office",
    "Part",
    "Participant",
    "Person",
    "Phase",
    "Reminder",
    "Seal",
    "Submission",
    "Support",
    "Unit",
    "Upload",
    "Window",
]
