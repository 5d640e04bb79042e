import pytest
from delivery_window import next_window


def test_windows():
    assert next_window(6) == (8, 12)
    assert next_window(7) == (12, 16)
    assert next_window(14) == (16, 20)
    assert next_window(15) is None


def test_express():
    assert next_window(7, express=True) == (8, 12)
    assert next_window(8, express=True) == (12, 16)


def test_hours():
    with pytest.raises(ValueError):
        next_window(-1)
        next_window(24)
