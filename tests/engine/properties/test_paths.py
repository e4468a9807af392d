"""The official path, bounded floats with exact cells where needed, gives what exact rationals throughout give."""

from __future__ import annotations

from hypothesis import given, settings

from chiso.engine.answers import Answers
from chiso.engine.framework import Framework
from chiso.engine.ranking import rank
from chiso.engine.scoring import score
from tests.engine.properties.making import cases


@settings(max_examples=250, deadline=None)
@given(cases())
def test_every_cell_of_the_official_path_is_exact(case: tuple[Framework, Answers]) -> None:
    framework, answers = case
    official, exact = score(framework, answers), score(framework, answers, way="exact")
    for code in framework.nodes:
        assert official.printed(code) == exact.printed(code), code
    assert rank(official) == rank(exact)
    for unit in answers.units.codes:
        assert [(s.points, s.state, s.maximum) for s in official.of_unit(unit)] == [
            (s.points, s.state, s.maximum) for s in exact.of_unit(unit)
        ]
