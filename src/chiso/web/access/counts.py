"""The second sources of a cycle."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Max

from chiso.web.models import Count, Cycle


def systems(cycle: Cycle) -> list[dict[str, Any]]:
    """Each system with how many figures it brought for how many units, and when."""
    found = Count.objects.filter(participant__cycle=cycle).values("system").order_by("system")
    counted = found.annotate(figures=models.Count("pk"), units=models.Count("participant", distinct=True), at=Max("at"))
    return [dict(each) for each in counted]
