import pytest

from delivery_window import next_window


def test_first():
    assert next_window(6) == (8, 12)


def test_second():
    assert next_window(7) == (12, 16)
    assert next_window(10) == (12, 16)


def test_third():
    assert next_window(11) == (16, 20)
    assert next_window(14) == (16, 20)


def test_none():
    assert next_window(15) is None
    assert next_window(22) is None


def test_express():
    assert next_window(7, express=True) == (8, 12)
    assert next_window(8, express=True) == (12, 16)
    assert next_window(15, express=True) == (16, 20)
    assert next_window(16, express=True) is None


def test_error():
    for hour in (-1, 24):
        with pytest.raises(ValueError):
            next_window(hour)

