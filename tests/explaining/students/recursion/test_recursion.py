import pytest

from recursion import factorial, fibonacci, flatten


def test_factorial():
    for n, expected in [(0, 1), (1, 1), (3, 6), (5, 120)]:
        assert factorial(n) == expected


@pytest.mark.parametrize("n, expected", [(0, 0), (1, 1), (2, 1), (7, 13)])
def test_fibonacci(n, expected):
    assert fibonacci(n) == expected


@pytest.mark.parametrize(
    "items, expected",
    [([], []), ([1, 2], [1, 2]), ([1, [2, 3]], [1, 2, 3]), ([[1, [2]], [[3]]], [1, 2, 3])],
)
def test_flatten(items, expected):
    assert flatten(items) == expected
