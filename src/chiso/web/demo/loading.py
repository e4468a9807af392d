"""Loading the model province, once."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO

from django.db import transaction
from django.utils import timezone, translation

from chiso.engine.errors import InputError, Problem, message
from chiso.exchange import shipped
from chiso.language import use
from chiso.web.demo import before, evidence, now
from chiso.web.demo.calendar import Days, days
from chiso.web.demo.people import ORGANISER, REPORTING, accounts, somebody_in
from chiso.web.demo.typed import typed
from chiso.web.models import Cycle, Person, Unit

MERGED = ("xa-mau-ly", "xa-mau-tan")
"""The commune that another one took the place of between the two years."""


def loaded() -> bool:
    """Whether the model province is in this database."""
    return Cycle.objects.filter(code__in=(before.CODE, now.CODE)).exists()


def load(at: datetime | None = None) -> bool:
    """Whether the model province was loaded: all of it or nothing; False where it was there already.

    Raises:
        InputError: the database has accounts of real people, among whom made-up ones have no place.
    """
    if loaded():
        return False
    if Person.objects.exists():
        found, expected = message("a database with accounts of people"), message("an empty one")
        remedy = message("name another folder: CHISO_VAR=var-demo")
        raise InputError([Problem("CHISO_VAR", found, expected, remedy)])
    # The words in the history are those of a Vietnamese province, whoever loads it.
    with translation.override("vi"), use("vi"), transaction.atomic():
        _load(days(at or timezone.now()))
    return True


def _load(today: Days) -> None:
    units = _units()
    people = accounts()
    by, organiser = people["to-chuc"], units[ORGANISER]
    somebody = somebody_in([unit for code, unit in units.items() if code != REPORTING])
    somebody[REPORTING] = people["nhap-lieu"]
    past = before.opened(by, organiser, today.a_year_before())
    past = before.finished(past, somebody, by, today.a_year_before())
    cycle = now.opened(by, organiser, past, today)
    answering = Unit.objects.filter(code__in=now.ANSWERING)
    somebody |= somebody_in(list(answering))
    last = now.filled(cycle, somebody, today)
    evidence.put(cycle, somebody, today, last)
    now.closed(cycle, somebody, by, today)
    typed(cycle, people["nhap-lieu"], people["lanh-dao"], today)


def _units() -> dict[str, Unit]:
    """The units of both years by code, in the order of this year's register."""
    names: dict[str, str] = {}
    for facts in (now.FACTS, before.FACTS):
        for row in csv.DictReader(StringIO(shipped.facts_files(facts)["units.csv"].decode())):
            names.setdefault(row["unit"], row["name"])
    Unit.objects.bulk_create(Unit(code=code, name=name) for code, name in names.items())
    found = {unit.code: unit for unit in Unit.objects.filter(code__in=names)}
    gone, into = (found[code] for code in MERGED)
    gone.merged_into, gone.merged_on = into, date(2025, 12, 31)
    gone.save(update_fields=("merged_into", "merged_on"))
    return {code: found[code] for code in names}
