"""Indicators over units: declared beside a framework, measured on answers, compared with the time before."""

from chiso.report.statistics.comparing import Compared, compared
from chiso.report.statistics.declaring import Group, Indicator, Statistics, read
from chiso.report.statistics.measuring import ALL, Line, Measured, lines

__all__ = [
    "ALL",
    "Compared",
    "Group",
    "Indicator",
    "Line",
    "Measured",
    "Statistics",
    "compared",
    "lines",
    "read",
]
