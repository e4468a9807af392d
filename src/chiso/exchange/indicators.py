"""The indicators of a report: those of a file, or those that ship beside a framework."""

from __future__ import annotations

from pathlib import Path

from chiso.engine.framework import Framework
from chiso.engine.loading import LARGEST, loads
from chiso.exchange import shipped
from chiso.exchange.files import read_bytes
from chiso.report.statistics import Statistics, read

FILE = "report.yaml"


def of_file(path: Path, framework: Framework) -> Statistics:
    """The indicators that a file declares over a framework; InputError where they are wrong or do not fit it."""
    return read(read_bytes(path, LARGEST), framework, str(path))


def of_shipped(framework: Framework) -> Statistics | None:
    """The indicators that ship beside a framework; None where none ship, or where a changed copy bears its id."""
    raw = shipped.report_bytes(framework.id)
    if raw is None or loads(shipped.framework_bytes(framework.id)).model_dump() != framework.model_dump():
        return None
    return read(raw, framework, f"{framework.id}/{FILE}")
