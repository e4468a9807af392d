"""What changed between two frameworks, and who moved between two results, by which answers."""

from chiso.engine.comparing.frameworks import Difference, compare_frameworks
from chiso.engine.comparing.results import Cause, Comparison, Move, compare_results

__all__ = ["Cause", "Comparison", "Difference", "Move", "compare_frameworks", "compare_results"]
