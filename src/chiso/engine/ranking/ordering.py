"""The order of units by keys, with ties told exactly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key, partial
from typing import Any

import numpy as np
from flint import arb, fmpq

from chiso.engine.expressions.evaluating import PRESENT
from chiso.engine.framework import Key, Rank
from chiso.engine.quantities import BoundedArithmetic, Numbers, resolved
from chiso.engine.quantities.arithmetic import Integers, Mask
from chiso.engine.quantities.rational import compare
from chiso.engine.scoring.run import Run

Part = tuple[Run, Integers]
"""A run and its rows that are ordered."""


def _numbers(run: Run, code: str, key: Key) -> Numbers:
    return run.node(code).points if key.by is None else run.scope.value(key.by).value


def _absent(parts: Sequence[Part], key: Key) -> Mask:
    """Where a row of the parts, one after the other, has no value of the key."""
    out: list[Mask] = []
    for run, rows in parts:

        def absent(each: Run) -> tuple[Mask]:
            states = None if key.by is None else each.scope.value(key.by).states
            size = each.arithmetic.size
            return (np.zeros(size, dtype=np.bool_) if states is None else np.broadcast_to(states != PRESENT, (size,)),)

        out.append(run.decided(absent)[0].astype(np.bool_)[rows])
    return np.concatenate(out)


def _whole(parts: Sequence[Part], code: str, key: Key, decimals: int) -> list[int]:
    """The key's values times 10^decimals, rounded, every digit proved."""
    out: list[int] = []
    for run, rows in parts:

        def scaled(each: Run) -> tuple[Any, ...]:
            return (each.scaled(_numbers(each, code, key), decimals),)

        out += [int(number) for number in run.decided(scaled)[0][rows]]
    return out


def _exact(run: Run, code: str, key: Key, rows: Integers) -> list[fmpq | arb]:
    numbers = _numbers(run.exactly(rows), code, key)
    return list(np.broadcast_to(numbers.values, rows.shape))


def _clusters(values: Any, bound: float) -> list[Integers]:
    """Places whose order the bound does not prove, best first, each list to be ordered exactly."""
    order = np.argsort(-values, kind="stable")
    apart = np.flatnonzero(np.abs(np.diff(values[order])) > 2 * bound) + 1
    return list(np.split(order, apart))


def _levels(parts: Sequence[Part], code: str, key: Key) -> Integers:
    """The place of every ordered row in the key's order, 0 the best, equal for ties."""
    if key.decimals is not None:
        whole = np.array(_whole(parts, code, key, key.decimals), dtype=object)
        numbers = sorted(set(whole.tolist()), reverse=key.order == "descending")
        index = {number: level for level, number in enumerate(numbers)}
        return np.array([index[number] for number in whole], dtype=np.int64)
    return _by_value(parts, code, key)


def _columns(parts: Sequence[Part], code: str, key: Key) -> tuple[list[Numbers], bool]:
    """The key's columns, and whether every row of them is proved to be within its bound."""
    found = [run.watched(partial(_numbers, run, code, key)) for run, _ in parts]
    return [numbers for numbers, _ in found], all(doubt is None for _, doubt in found)


def _by_value(parts: Sequence[Part], code: str, key: Key) -> Integers:
    columns, proved = _columns(parts, code, key)
    bounded = all(isinstance(run.arithmetic, BoundedArithmetic) for run, _ in parts)
    sign = 1.0 if key.order == "descending" else -1.0
    sizes = [len(rows) for _, rows in parts]
    owner = np.repeat(np.arange(len(parts)), sizes)
    place = np.concatenate([rows for _, rows in parts]) if parts else np.zeros(0, dtype=np.int64)
    if bounded and proved:
        values = np.concatenate(
            [
                np.broadcast_to(c.values, (run.arithmetic.size,))[rows]
                for c, (run, rows) in zip(columns, parts, strict=True)
            ]
        )
        certify = all(run.arithmetic.certify for run, _ in parts)
        clusters = _clusters(sign * values, max((c.bound for c in columns), default=0.0) if certify else 0.0)
        if not certify:
            return _numbered([[cluster] for cluster in clusters], len(owner))
    else:
        clusters = [np.arange(len(owner))]

    def ordered() -> list[list[Integers]]:
        return [_ordered(cluster, parts, owner, place, code, key) for cluster in clusters]

    return _numbered(resolved(ordered), len(owner))


def _ordered(
    cluster: Integers, parts: Sequence[Part], owner: Integers, place: Integers, code: str, key: Key
) -> list[Integers]:
    """A cluster's places in exact order, those that are equal together."""
    if len(cluster) == 1:
        return [cluster]
    values: dict[Any, Any] = {}
    for part, (run, _) in enumerate(parts):
        mine = cluster[owner[cluster] == part]
        if len(mine):
            values.update(zip(mine.tolist(), _exact(run, code, key, place[mine]), strict=True))
    sign = -1 if key.order == "descending" else 1
    order = sorted(values, key=cmp_to_key(lambda a, b: sign * compare(values[a], values[b])))
    groups: list[list[int]] = []
    for each in order:
        if groups and compare(values[groups[-1][0]], values[each]) == 0:
            groups[-1].append(each)
        else:
            groups.append([each])
    return [np.array(group, dtype=np.int64) for group in groups]


def _numbered(clusters: list[list[Integers]], size: int) -> Integers:
    levels = np.zeros(size, dtype=np.int64)
    for level, group in enumerate(group for cluster in clusters for group in cluster):
        levels[group] = level
    return levels


def order(parts: Sequence[Part], code: str, keys: Sequence[Key]) -> Integers:
    """The place of every row (of the parts one after the other) in the order of all keys, equal for ties."""
    columns: list[list[int]] = []
    for key in keys:
        levels = _levels(parts, code, key)
        # A unit without a value of the key comes after all that have one, whichever way they are ordered.
        columns.append(np.where(_absent(parts, key), len(levels), levels).tolist())
    together = list(zip(*columns, strict=True))
    index = {levels: place for place, levels in enumerate(sorted(set(together)))}
    return np.array([index[levels] for levels in together], dtype=np.int64)


def ranks(levels: Integers, places: Integers, rule: Rank) -> Integers:
    """The ranks of the levels, from 1, with ties as the framework says; places: in the register, for ordinal ranks."""
    if rule.ties == "dense":
        return levels + 1
    counts = np.bincount(levels, minlength=1)
    first = np.concatenate([[0], np.cumsum(counts)[:-1]]) + 1
    if rule.ties == "competition":
        competition: Integers = first[levels].astype(np.int64)
        return competition
    out = np.empty(len(levels), dtype=np.int64)
    out[np.lexsort((places, levels))] = np.arange(1, len(levels) + 1)
    return out
