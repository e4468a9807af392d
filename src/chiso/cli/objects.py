"""Results as JSON objects, as docs/json.md describes them; every number in them is a text."""

from __future__ import annotations

from typing import Any

from chiso.bundle.finding import Finding
from chiso.engine.answers import Units
from chiso.engine.comparing import Difference, Move
from chiso.engine.errors import Problem
from chiso.engine.framework import Framework
from chiso.engine.quantities import decimal_text
from chiso.engine.ranking import Place, Table
from chiso.engine.scoring import Score
from chiso.language import sentence


def framework_object(framework: Framework) -> dict[str, Any]:
    """What a framework says of itself."""
    decision = framework.decision
    return {
        "id": framework.id,
        "title": framework.title.model_dump(exclude_none=True),
        "nature": framework.nature,
        "decision": decision.number if decision is not None else None,
        "in_force_from": framework.in_force_from.isoformat() if framework.in_force_from else None,
        "in_force_to": framework.in_force_to.isoformat() if framework.in_force_to else None,
        "replaced_by": framework.replaced_by,
        "unknown": framework.unknown,
        "blocks": list(framework.block_ids),
        "criteria": str(len(framework.nodes)),
        "questions": str(len(framework.asked)),
    }


def unit_objects(units: Units) -> list[dict[str, str]]:
    """The register."""
    columns = zip(units.codes, units.names, units.blocks, units.statuses, units.notes, strict=True)
    return [
        {"unit": code, "name": name, "block": block, "status": status, "note": note}
        for code, name, block, status, note in columns
    ]


def table_object(table: Table) -> dict[str, Any]:
    """One ranking."""
    return {
        "criterion": table.criterion,
        "block": table.block,
        "places": [place_object(place) for place in table.places],
    }


def place_object(place: Place) -> dict[str, Any]:
    """One unit's place."""
    return {
        "unit": place.unit,
        "points": place.points,
        "rank": None if place.rank is None else str(place.rank),
        "classes": list(place.classes),
        "note": place.note,
    }


def score_object(score: Score) -> dict[str, Any]:
    """One score."""
    return {
        "unit": score.unit,
        "criterion": score.criterion,
        "points": score.points,
        "max": score.maximum,
        "state": score.state,
        "reason": score.reason.figures(),
        "clause": score.clause,
    }


def problem_object(problem: Problem) -> dict[str, str]:
    """One problem of an input, in the language in use."""
    return {
        "where": problem.where,
        "found": sentence(problem.found),
        "expected": sentence(problem.expected),
        "remedy": sentence(problem.remedy),
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding of a verification."""
    return {
        "kind": finding.kind,
        "file": finding.file,
        "line": None if finding.line is None else str(finding.line),
        "row": dict(finding.row),
        "column": finding.column or None,
        "found": finding.found or None,
        "expected": finding.expected or None,
        "problem": None if finding.problem is None else problem_object(finding.problem),
    }


def difference_object(difference: Difference) -> dict[str, str]:
    """One change from a framework to another."""
    return {
        "part": difference.part,
        "code": difference.code,
        "kind": difference.kind,
        "field": difference.field,
        "before": difference.before,
        "after": difference.after,
    }


def move_object(move: Move) -> dict[str, Any]:
    """One unit's change from a result to another."""
    return {
        "criterion": move.criterion,
        "block": move.block,
        "unit": move.unit,
        "points": list(move.points),
        "difference": move.difference,
        "ranks": [None if rank is None else str(rank) for rank in move.ranks],
        "classes": [list(classes) for classes in move.classes],
        "causes": [
            {
                "unit": cause.unit,
                "case": cause.case,
                "question": cause.question,
                "before": cause.before,
                "after": cause.after,
                "effect": None if cause.effect is None else decimal_text(cause.effect),
            }
            for cause in move.causes
        ],
        "overtaken_by": list(move.overtaken_by),
    }
