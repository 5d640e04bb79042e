import random

import pytest

from pack import pack


def made_up_inputs():
    """Give 1,000 pairs of weights and a limit, the same in every run."""
    rng = random.Random(7)
    for _ in range(1_000):
        limit = rng.randint(1, 12)
        heaviest = rng.choice([limit, min(limit, 2)])
        count = rng.randint(0, 15)
        yield [rng.randint(1, heaviest) for _ in range(count)], limit


def test_every_parcel_is_in_one_van_and_in_order():
    for weights, limit in made_up_inputs():
        loaded = [weight for van in pack(weights, limit) for weight in van]
        assert loaded == weights


def test_no_van_carries_too_much():
    for weights, limit in made_up_inputs():
        for van in pack(weights, limit):
            assert sum(van) <= limit


def test_no_van_is_empty():
    for weights, limit in made_up_inputs():
        assert all(pack(weights, limit))


def test_a_new_van_is_taken_only_when_the_next_parcel_does_not_fit():
    for weights, limit in made_up_inputs():
        vans = pack(weights, limit)
        for before, after in zip(vans, vans[1:]):
            assert sum(before) + after[0] > limit


def test_a_parcel_that_fits_no_van_is_an_error():
    for weights, limit in made_up_inputs():
        too_heavy = 3 * limit
        place = len(weights) // 2
        with pytest.raises(ValueError, match=f"{too_heavy} fits no van of {limit}"):
            pack([*weights[:place], too_heavy, *weights[place:]], limit)


@pytest.mark.parametrize("weights", [[99], [99, 3], [3, 99], [3, 99, 3]])
def test_it_may_come_anywhere(weights):
    with pytest.raises(ValueError):
        pack(weights, 10)
