"""The report of a result: who stands where, with which points, and why."""

from chiso.report.results.report import results_document

__all__ = ["results_document"]
