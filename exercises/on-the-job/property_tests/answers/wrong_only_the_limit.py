import random

from pack import pack


def test_no_van_carries_too_much():
    rng = random.Random(7)
    for _ in range(1_000):
        limit = rng.randint(1, 12)
        weights = [rng.randint(1, limit) for _ in range(rng.randint(0, 15))]
        for van in pack(weights, limit):
            assert 0 < sum(van) <= limit
