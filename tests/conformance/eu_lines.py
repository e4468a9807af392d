"""The score lines of the eGovernment Benchmark 2023: from service scores to life events, from these to countries."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from chiso.engine.answers import Row
from chiso.engine.scoring import Scores
from tests.conformance.published import fixed, framework, rows, scored

LINES = "eu_egov_benchmark_2023_scores.csv"
AVERAGES = ("AVERAGE_EU27", "EU27+")
OF_SERVICES = ("1.1", "1.2", "2.1", "3.1", "3.2", "3.3")
GIVEN = ("1.3", "2.2", "2.3", "3.4", "4.1", "4.2", "4.3", "4.4")
COMPUTED = ("0", "1", "2", "3", "4", *OF_SERVICES)
# The column of a published line that holds each block of the framework of life events.
EVENTS_2022 = {
    "business-startup": "business_startup_2022",
    "career": "career_2022",
    "family": "family_2022",
    "studying": "studying_2022",
}
EVENTS_2021 = ("economic", "health", "moving", "justice", "transport")
LEVELS = {"central": "central", "regional": "regional", "local": "local"}
BUSINESS = ("business-startup", "economic")
# The life events of each block of the framework of countries, whose column has its name with underscores.
SETS = {
    "avg-2022": tuple(EVENTS_2022),
    "avg-2021": EVENTS_2021,
    "biennial-2021-2022": (*EVENTS_2022, *EVENTS_2021),
    "business-2021-2022": BUSINESS,
    "citizen-2021-2022": tuple(event for event in (*EVENTS_2022, *EVENTS_2021) if event not in BUSINESS),
}
DIMENSIONS = ("1", "2", "3", "4")
Computed = dict[tuple[str, str], str | None]
Published = dict[tuple[str, str], dict[str, str]]


def published(cases: Path) -> Published:
    """The published lines of the 35 countries by country and line (`1.1`)."""
    return {
        (row["country"], row["scoring"].split()[0].rstrip(".")): row
        for row in rows(cases / LINES)
        if row["country"] not in AVERAGES
    }


def value(lines: Published, country: str, line: str, column: str) -> str | None:
    """A published value at nine decimals; None where the line does not apply."""
    text = lines[country, line][column]
    return fixed(text, 9) if text else None


def _answers_of_service(unit: str, case: str, row: Mapping[str, str]) -> Iterator[Row]:
    questions = {
        row["Service type"].lower(): row["Online availability"],
        "mobile": row["Mobile Friendliness"],
        "delivery": row["Service delivery"],
        "eid": row["eID"],
        "edocuments": row["eDocuments"],
        "prefilled": row["Pre-filed forms"],
    }
    for question, text in questions.items():
        if text != ".":
            yield Row(unit, case, question, text)


def _given(lines: Published, country: str, event: str) -> Iterator[Row]:
    """The lines that are published for a life event as a whole, n/a where they do not apply."""
    for line in GIVEN:
        text = lines[country, line][EVENTS_2022[event]]
        yield Row(f"{country}.{event}", "", line, fixed(text, 12) if text else "n/a")


def scored_events(services: Iterable[Mapping[str, str]], lines: Published) -> Scores:
    """The lines of every country in its nine life events and at its three levels of government."""
    answers: list[Row] = []
    for place, row in enumerate(services):
        event = row["Life event"].lower().replace(" ", "-").replace("start-up", "startup")
        for block in (event, row["Government level"].lower()):
            if row["Applicable"] == "Yes" and block in (*EVENTS_2022, *EVENTS_2021, *LEVELS):
                answers += _answers_of_service(f"{row['Country']}.{block}", str(place), row)
    countries = dict.fromkeys(country for country, _ in lines)
    blocks = {f"{country}.{block}": block for country in countries for block in (*EVENTS_2022, *EVENTS_2021, *LEVELS)}
    for country in countries:
        for event in EVENTS_2022:
            answers += _given(lines, country, event)
    return scored(framework("eu-egov-2023/event.yaml"), blocks, answers)


def computed(scores: Scores) -> Computed:
    """Every computed line by unit and line, to twelve decimals."""
    units = scores.answers.units.codes
    lines = [code for code in scores.framework.nodes if code[0].isdigit()]
    return {(unit, line): points for line in lines for unit, points in zip(units, scores.printed(line), strict=True)}


def _of_event(events: Computed, lines: Published, country: str, event: str, line: str) -> str | None:
    """A line of a country in a life event. Of 2021 only the mean of five life events is published for the lines
    that do not rest on services: it stands for each of the five.
    """
    if event in EVENTS_2021 and line not in OF_SERVICES:
        return fixed(lines[country, line]["avg_2021"], 12)
    return events[f"{country}.{event}", line]


def scored_countries(events: Computed, lines: Published) -> Scores:
    """The lines of every country over its sets of life events, where what is published of these allows."""
    countries = dict.fromkeys(country for country, _ in lines)
    answers: list[Row] = []
    for country in countries:
        for block, among in SETS.items():
            for line in lines_of(block):
                for event in among:
                    text = _of_event(events, lines, country, event, line)
                    if text is not None:
                        question = f"line_{line.replace('.', '_')}"
                        answers.append(Row(f"{country}.{block}", event, question, text))
    blocks = {f"{country}.{block}": block for country in countries for block in SETS}
    return scored(framework("eu-egov-2023/country.yaml"), blocks, answers)


def lines_of(block: str) -> tuple[str, ...]:
    """The lines that can be computed for a set of life events from what is published of them.

    In how many life events of 2021 the lines 4.3 and 4.4 apply is not published; of the life events of 2021 for
    business and for citizens nothing is but the services.
    """
    if block == "avg-2022":
        return (*DIMENSIONS, *OF_SERVICES, *GIVEN)
    if block == "biennial-2021-2022":
        return (*DIMENSIONS, *OF_SERVICES, *GIVEN[:-2])
    return (*DIMENSIONS, *OF_SERVICES) if block == "avg-2021" else OF_SERVICES
