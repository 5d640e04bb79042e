import random

from pack import pack


def made_up_inputs():
    """Give 300 pairs of weights and a limit, the same in every run."""
    rng = random.Random(7)
    for _ in range(300):
        limit = 1_000
        count = rng.randint(0, 5)
        yield [rng.randint(1, limit) for _ in range(count)], limit


def test_no_van_carries_too_much():
    for weights, limit in made_up_inputs():
        for van in pack(weights, limit):
            assert sum(van) <= limit
