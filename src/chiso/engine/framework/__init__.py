"""A framework of criteria as data: one complete snapshot per decision."""

from chiso.engine.framework import leaves
from chiso.engine.framework.criteria import Absence, Combine, Criterion, Decimals
from chiso.engine.framework.questions import Question
from chiso.engine.framework.results import Band, Classes, Gate, Key, KnockOut, Limit, Quota, Rank
from chiso.engine.framework.schema import PerBlock, Strict, Words
from chiso.engine.framework.tree import Block, Decision, Framework

__all__ = [
    "Absence",
    "Band",
    "Block",
    "Classes",
    "Combine",
    "Criterion",
    "Decimals",
    "Decision",
    "Framework",
    "Gate",
    "Key",
    "KnockOut",
    "Limit",
    "PerBlock",
    "Question",
    "Quota",
    "Rank",
    "Strict",
    "Words",
    "leaves",
]
