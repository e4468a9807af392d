"""eGovernment Benchmark 2023: from the raw answers about 8,967 service providers up to the totals of 35 countries.

Source: European Commission, eGovernment Benchmark 2023, published answers, service scores and score lines (CC BY 4.0).
Three frameworks in a row: providers -> services, services -> life events, life events -> countries.
"""

from pathlib import Path

import pytest

from chiso.engine.answers import Row
from tests.conformance import eu_lines, eu_services
from tests.conformance.published import fixed, framework, rows, scored

# A service that Norway, Slovenia and Slovakia deliver without being asked (a birth is registered): these of its
# published scores do not follow from the published answers.
NOT_OF_ANSWERS = [
    ("NO", "Family", "1.2 Register child with competent authority", "edocuments"),
    ("NO", "Family", "1.2 Register child with competent authority", "prefilled"),
    ("SI", "Family", "1.2 Register child with competent authority", "eid"),
    ("SI", "Family", "1.2 Register child with competent authority", "edocuments"),
    ("SI", "Family", "1.2 Register child with competent authority", "prefilled"),
    ("SK", "Family", "1.2 Register child with competent authority", "prefilled"),
]


def at_nine(points: str | None) -> str | None:
    return None if points is None else fixed(points, 9)


def test_one_provider_is_enough_of_the_central_government_and_a_sample_counts_its_share() -> None:
    """Three Greek ministries have together what none has alone; of two Montenegrin providers one has half."""
    providers = {
        "EL.7.2": ("central-information", ["yes no no", "yes yes no", "yes no yes"]),
        "ME.2.2": ("sampled-information", ["no no no", "yes no no"]),
    }
    answers = [
        Row(unit, str(case), question, answer)
        for unit, (_, given) in providers.items()
        for case, line in enumerate(given)
        for question, answer in zip(("a1", "a2", "a3", "proactive"), [*line.split(), "no"], strict=True)
    ]
    blocks = {unit: block for unit, (block, _) in providers.items()}
    scores = scored(framework("eu-egov-2023/service.yaml"), blocks, answers)
    assert scores.printed("availability.central") == ["100.000000000000", None]
    assert scores.printed("availability.sampled") == [None, "12.500000000000"]


@pytest.mark.shared("reference/cases")
def test_17868_of_17874_service_scores_from_the_raw_answers(shared: Path) -> None:
    """2,979 of 2,979 of availability, mobile friendliness and delivery; 2,978, 2,977 and 2,976 of the key enablers."""
    found = eu_services.services(shared)
    computed = eu_services.six_scores(eu_services.scored_services(found), found)
    different = [
        (service.row["Country"], service.row["Life event"], service.row["Label service"], code)
        for unit, service in found.items()
        for code, own, published in zip(eu_services.SCORES, computed[unit], service.published(), strict=True)
        if at_nine(own) != published
    ]
    assert sorted(different) == sorted(NOT_OF_ANSWERS)
    assert (len(found), sum(len(service.providers) for service in found.values())) == (2979, 8726)
    assert len(rows(shared / eu_services.ANSWERS)) == 8967


def test_bulgaria_in_the_life_event_family() -> None:
    """No eDocuments across borders: the quarter of both key enablers is eID's. Renormalised flat it would be 47.62."""
    services = [
        {"informational": "100", "mobile": "100"},
        {"transactional": "25", "mobile": "100", "delivery": "0", "eid": "0", "edocuments": "0"},
        {"transactional": "100", "mobile": "100", "delivery": "57.14285714285714", "eid": "67", "edocuments": "100"},
        {"transactional": "100", "mobile": "0", "delivery": "57.14285714285714", "eid": "67", "edocuments": "100"},
        {"transactional": "25", "mobile": "73.33333333333333", "delivery": "6.666666666666668", "eid": "0"},
        {"transactional": "100", "mobile": "100", "delivery": "71.42857142857143", "eid": "67", "edocuments": "100"},
        {"transactional": "100", "mobile": "100", "delivery": "57.14285714285714", "eid": "67", "edocuments": "100"},
        {"informational": "48.33333333333333", "mobile": "80"},
    ]
    services[4]["edocuments"] = "0"
    for place in (2, 3, 5, 6):
        services[place]["prefilled"] = "100"
    given = {"1.3": "85.714285714285708", "2.2": "53.333333333333336", "2.3": "50", "3.4": "100"}
    given |= {"4.1": "50", "4.2": "66.666666666666657", "4.3": "0", "4.4": "n/a"}
    answers = [Row("BG", str(n), q, text) for n, service in enumerate(services) for q, text in service.items()]
    answers += [Row("BG", "", line, text) for line, text in given.items()]
    scores = scored(framework("eu-egov-2023/event.yaml"), {"BG": "family"}, answers)
    lines = ("0", "1", "1.1", "1.2", "2", "2.1", "3", "3.1", "3.2", "3.3", "4", "4.3", "4.4")
    assert [at_nine(scores.printed(line)[0]) for line in lines] == [
        "61.454365079", "78.010582011", "74.833333333", "81.666666667", "48.306878307", "41.587301587", "77.833333333",
        "44.666666667", "66.666666667", "100.000000000", "41.666666667", "0.000000000", None,
    ]  # fmt: skip


@pytest.mark.shared("reference/cases")
def test_35_of_35_countries_on_every_line_of_life_events_and_levels_of_government(shared: Path) -> None:
    published = eu_lines.published(shared)
    services = rows(shared / eu_services.SERVICES)
    computed = eu_lines.computed(eu_lines.scored_events(services, published))
    wanted = {
        (f"{country}.{block}", line): eu_lines.value(published, country, line, column)
        for block, column in (eu_lines.EVENTS_2022 | eu_lines.LEVELS).items()
        for country, line in published
        if block in eu_lines.EVENTS_2022 or line in eu_lines.OF_SERVICES
    }
    assert {cell: at_nine(computed[cell]) for cell in wanted} == wanted
    assert len(wanted) == 35 * (4 * 19 + 3 * 6)


@pytest.mark.shared("reference/cases")
def test_35_of_35_countries_on_every_line_of_both_years(shared: Path) -> None:
    published = eu_lines.published(shared)
    events = eu_lines.computed(eu_lines.scored_events(rows(shared / eu_services.SERVICES), published))
    wanted = totals(published)
    computed = eu_lines.computed(eu_lines.scored_countries(events, published))
    assert {cell: at_nine(computed[cell]) for cell in wanted} == wanted
    assert len(wanted) == 35 * (19 + 11 + 17 + 6 + 6)


@pytest.mark.shared("reference/cases")
def test_from_the_raw_answers_to_the_totals_32_of_35_countries_agree(shared: Path) -> None:
    published = eu_lines.published(shared)
    found = eu_services.services(shared)
    six = eu_services.six_scores(eu_services.scored_services(found), found)
    services = [service.recomputed(six[unit]) for unit, service in found.items()]
    events = eu_lines.computed(eu_lines.scored_events(services, published))
    computed = eu_lines.computed(eu_lines.scored_countries(events, published))
    wanted = totals(published)
    different = {cell for cell in wanted if at_nine(computed[cell]) != wanted[cell]}
    assert {unit.split(".")[0] for unit, _ in different} == {country for country, *_ in NOT_OF_ANSWERS}
    assert {line for _, line in different} == {"0", "3", "3.1", "3.2", "3.3"}


def totals(published: eu_lines.Published) -> dict[tuple[str, str], str | None]:
    """The published lines over each set of life events, where what is published below them allows to compute them."""
    countries = dict.fromkeys(country for country, _ in published)
    return {
        (f"{country}.{block}", line): eu_lines.value(published, country, line, block.replace("-", "_"))
        for block in eu_lines.SETS
        for line in (*(("0",) if "1" in eu_lines.lines_of(block) else ()), *eu_lines.lines_of(block))
        for country in countries
    }
