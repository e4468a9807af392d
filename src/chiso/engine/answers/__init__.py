"""What units answered, typed and checked against the framework's questions."""

from chiso.engine.answers.answers import Answers, Cases
from chiso.engine.answers.building import Row, build
from chiso.engine.answers.columns import Column
from chiso.engine.answers.units import Units
from chiso.engine.answers.values import Value, parse_value, value_text

__all__ = ["Answers", "Cases", "Column", "Row", "Units", "Value", "build", "parse_value", "value_text"]
