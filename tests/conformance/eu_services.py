"""The raw answers of the eGovernment Benchmark 2023 as units, cases and answers of the service framework."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chiso.engine.answers import Row
from chiso.engine.scoring import Scores
from tests.conformance.published import fixed, framework, rows, scored

SERVICES = "eu_egov_benchmark_2023_service_results.csv"
ANSWERS = "eu_egov_benchmark_2023_service_answers.csv.gz"
ALWAYS = {
    "a1": "A1: information available online?",
    "a2": "A2: service available online?",
    "a3": "A3: available through portal?",
}
OF_TRANSACTIONS = {
    "c1": "C1: delivery notice completion?",
    "c2": "C2: is progress tracked?",
    "c3": "C3: save as draft?",
    "c4": "C4: expectations duration process?",
    "c5": "C5: delivery timelines clear?",
    "c6": "C6: maximum time limit delivery?",
    "c7": "C7: service performance info avail?",
    "f1": "F1: authentication required?",
    "f2": "F2: online authentication possible?",
    "f3": "F3: can you use national eID?",
    "f4": "F4: access another service without re-auth?",
    "f6": "F6: documentation required?",
    "f7_1": "F7_1: possible to submit eDoc?",
    "f7_2": "F7_2: possible to obtain eDoc?",
    "f8": "F8: personal info required?",
    "f9": "F9: personal data pre-filled?",
}
# One label of the answers carries a slip of the spreadsheet that it was exported from.
SLIP = ("1.3 Submit financial reports t+E484:W508o business", "1.3 Submit financial reports to business")
SCORES = {
    "availability": "Online availability",
    "mobile": "Mobile Friendliness",
    "delivery": "Service delivery",
    "eid": "eID",
    "edocuments": "eDocuments",
    "prefilled": "Pre-filed forms",
}


@dataclass(frozen=True)
class Service:
    """One service in one country: its published row and the rows of its providers."""

    row: dict[str, str]
    providers: tuple[dict[str, str], ...]

    @property
    def block(self) -> str:
        """Who provides and what kind of service it is."""
        who = "sampled" if self.row["Government level"] in ("Regional", "Local") else "central"
        return f"{who}-{'information' if self.row['Service type'] == 'Informational' else 'transaction'}"

    def answers(self, unit: str) -> Iterator[Row]:
        """The answers of all providers. An empty cell is a no, but a page without a result was not tested."""
        for place, provider in enumerate(self.providers, 1):
            case = str(place)
            yield Row(unit, case, "proactive", "yes" if provider["Service Provider"] == "Proactive" else "no")
            if provider["Mobile Friendliness"] in ("0", "100"):
                yield Row(unit, case, "mobile", "yes" if provider["Mobile Friendliness"] == "100" else "no")
            for question, column in ALWAYS.items():
                yield Row(unit, case, question, "yes" if provider[column].strip().lower() == "yes" else "no")
            if self.block.endswith("transaction"):
                for question, column in OF_TRANSACTIONS.items():
                    yield Row(unit, case, question, chosen(provider[column]))

    def published(self) -> list[str | None]:
        """The six scores at nine decimals, None where the service has none."""
        return [None if self.row[column] == "." else fixed(self.row[column], 9) for column in SCORES.values()]

    def recomputed(self, scores: Iterable[str | None]) -> dict[str, str]:
        """The published row with these six scores instead of its own."""
        return {**self.row, **{c: s if s is not None else "." for c, s in zip(SCORES.values(), scores, strict=True)}}


def chosen(text: str) -> str:
    """An answer as an option: `NR` and `NR*` are not relevant, a dot was not asked."""
    folded = text.strip().lower()
    return "nr" if folded in ("nr", "nr*", ".") else "yes" if folded == "yes" else "no"


def services(cases: Path) -> dict[str, Service]:
    """The applicable services of all countries, by country and the place in the published list."""
    providers: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in rows(cases / ANSWERS):
        key = (row["Country"], row["Life event"], row["Service"].replace(*SLIP).strip())
        providers.setdefault(key, []).append(row)
    return {
        f"{row['Country']}.{place}": Service(
            row, tuple(providers[row["Country"], row["Life event"], row["Label service"].strip()])
        )
        for place, row in enumerate(rows(cases / SERVICES))
        if row["Applicable"] == "Yes"
    }


def scored_services(found: dict[str, Service]) -> Scores:
    """The scores of services from the answers of their providers."""
    answers: Iterable[Row] = (row for unit, service in found.items() for row in service.answers(unit))
    blocks = {unit: service.block for unit, service in found.items()}
    return scored(framework("eu-egov-2023/service.yaml"), blocks, answers)


def six_scores(scores: Scores, found: dict[str, Service]) -> dict[str, list[str | None]]:
    """The six scores of every service, to twelve decimals: of the central ones by one formula, of the sampled ones by
    another.
    """
    out: dict[str, list[str | None]] = {unit: [] for unit in found}
    for code in SCORES:
        central, sampled = scores.printed(f"{code}.central"), scores.printed(f"{code}.sampled")
        for unit, of_central, of_sampled in zip(found, central, sampled, strict=True):
            out[unit].append(of_central if of_central is not None else of_sampled)
    return out
