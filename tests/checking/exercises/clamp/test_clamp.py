import pytest

from clamp import clamp


def test_inside_stays():
    assert clamp(5, 0, 10) == 5


def test_under_becomes_low():
    assert clamp(-1, 0, 10) == 0


def test_over_becomes_high():
    result = clamp(12, 0, 10)
    assert result == 10


@pytest.mark.parametrize(("value", "expected"), [(0, 0), (10, 10)])
def test_edges(value, expected):
    assert clamp(value, 0, 10) == expected
