import random

import pytest
from pack import pack


def test_rules():
    rng = random.Random(7)
    for _ in range(1_000):
        weights = [rng.randint(1, 1_000_000) for _ in range(rng.randint(1, 4))]
        vans = pack(weights, 10_000_000)
        assert [weight for van in vans for weight in van] == weights


def test_error():
    with pytest.raises(ValueError):
        pack([3, 11], 10)
