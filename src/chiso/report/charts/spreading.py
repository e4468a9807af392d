"""Labels moved apart as little as it takes."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], step: float, most: float) -> list[float]:
    """Places from 0 to the most and at least a step apart, in the order wanted, with the least sum of squared moves.

    The pool-adjacent-violators algorithm on what is left of each place when its steps are taken off.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    pools: list[list[float]] = []  # Of each pool the sum and the number of its places.
    for rank, at in enumerate(order):
        pools.append([wanted[at] - rank * step, 1])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = [pools[-1][0] + total, pools[-1][1] + count]
    found = [0.0] * len(wanted)
    flat = [pool[0] / pool[1] for pool in pools for _ in range(int(pool[1]))]
    for rank, at in enumerate(order):
        least, greatest = rank * step, most - (len(order) - 1 - rank) * step
        found[at] = max(min(flat[rank] + rank * step, greatest), least)
    return found
