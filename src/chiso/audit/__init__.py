"""Published tables and texts held against their own rules: contradictions, what holds, what cannot be told."""

from chiso.audit.auditing import audit
from chiso.audit.findings import (
    KINDS,
    RULE_KINDS,
    Audit,
    Certainty,
    Confirmed,
    Finding,
    Kind,
    Move,
    Rule,
    RuleKind,
    Undecided,
    says,
    sentence,
)

__all__ = [
    "KINDS",
    "RULE_KINDS",
    "Audit",
    "Certainty",
    "Confirmed",
    "Finding",
    "Kind",
    "Move",
    "Rule",
    "RuleKind",
    "Undecided",
    "audit",
    "says",
    "sentence",
]
