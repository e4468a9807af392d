"""Figures as pictures: the same spec for a screen, a narrow screen and black-and-white print.

Positions are binary floats, since a picture has no digits; every number that is read in it is the document's own text.
"""

from chiso.report.charts.drawing import legend, png, spec, svg
from chiso.report.charts.looks import LEVELS, NARROW, PLAIN, PRINT, SERIES, WIDE, Shape

__all__ = ["LEVELS", "NARROW", "PLAIN", "PRINT", "SERIES", "WIDE", "Shape", "legend", "png", "spec", "svg"]
