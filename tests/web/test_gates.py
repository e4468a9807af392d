"""No address is open by oversight: each has an entry for every role, and answers as it says."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.gates import GATES, ROLES, Gate
from tests.web.people import NOBODY, World

pytestmark = pytest.mark.django_db


def addresses(resolver: URLResolver) -> Iterator[str]:
    """The names of all addresses under a resolver; one without a name is called by its pattern."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry)
        elif isinstance(entry, URLPattern):
            yield entry.name or str(entry.pattern)


def test_every_address_has_an_entry() -> None:
    assert sorted(set(addresses(get_resolver()))) == sorted(GATES)


@pytest.mark.parametrize("role", ROLES)
def test_every_address_answers_each_role_as_its_entry_says(role: str, world: World, client: Client) -> None:
    if role != NOBODY:
        client.force_login(world.people[role])
    expected = {name: gate.status(role) for name, gate in GATES.items()}
    assert {name: answered(client, name, gate, world) for name, gate in GATES.items()} == expected


def answered(client: Client, name: str, gate: Gate, world: World) -> int:
    """The status of a GET."""
    answer: Any = client.get(reverse(name, kwargs=dict(gate.arguments(world))))
    return int(answer.status_code)
