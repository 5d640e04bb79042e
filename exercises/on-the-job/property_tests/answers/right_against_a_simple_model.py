import itertools

import pytest

from pack import pack


def model(weights, limit):
    vans = []
    for weight in weights:
        if vans and sum(vans[-1]) + weight <= limit:
            vans[-1].append(weight)
        else:
            vans.append([weight])
    return vans


def test_all_small_inputs():
    for limit in (1, 2, 3, 7):
        for count in range(5):
            for weights in itertools.product(range(1, limit + 1), repeat=count):
                assert pack(list(weights), limit) == model(weights, limit)


def test_many_light_ones():
    for count in range(40):
        assert pack([1] * count, 30) == model([1] * count, 30)
        assert pack([1, 2] * count, 30) == model([1, 2] * count, 30)


@pytest.mark.parametrize("weights", [[11], [3, 11], [11, 3], [3, 40, 3]])
def test_too_heavy(weights):
    with pytest.raises(ValueError):
        pack(weights, 10)
