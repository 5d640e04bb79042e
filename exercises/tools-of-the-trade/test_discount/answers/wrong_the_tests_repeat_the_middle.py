import pytest
from discount import discounted


def test_small():
    assert discounted(3_000) == 3_000


def test_ten():
    assert discounted(10_001) == 9_000


def test_twenty():
    assert discounted(30_000) == 24_000


def test_negative():
    with pytest.raises(ValueError):
        discounted(-1)
