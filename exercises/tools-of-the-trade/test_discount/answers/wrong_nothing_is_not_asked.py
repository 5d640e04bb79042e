import pytest

from discount import discounted


def test_small():
    assert discounted(4_999) == 4_999


def test_ten():
    assert discounted(5_000) == 4_500
    assert discounted(19_999) == 17_999


def test_twenty():
    assert discounted(20_000) == 16_000
    assert discounted(20_001) == 16_000
    assert discounted(20_003) == 16_002


def test_cents():
    assert discounted(5_001) == 4_500
    assert discounted(5_009) == 4_508
    assert discounted(5_005) == 4_504


def test_negative():
    with pytest.raises(ValueError):
        discounted(-1)

