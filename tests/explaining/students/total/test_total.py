import pytest

from total import mean, sum_to


@pytest.mark.parametrize("n, expected", [(1, 1), (4, 10), (10, 55), (0, 0), (100, 5050)])
def test_sum_to(n, expected):
    assert sum_to(n) == expected


def test_mean_of_one():
    assert mean([4]) == 4


def test_mean_of_two():
    assert mean([1, 2]) == 1.5


def test_mean_of_many():
    assert mean([1, 2, 3, 4, 10]) == 4


def test_mean_of_nothing():
    assert mean([]) == 0


def test_mean_of_fractions():
    assert mean([0.1, 0.2]) == pytest.approx(0.15)
