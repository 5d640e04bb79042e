import pytest
from discount import discounted


def test_prices():
    assert discounted(4_999) == 4_999
    assert discounted(5_000) == 4_500
    assert discounted(19_999) == 18_000
    assert discounted(20_000) == 16_000


def test_negative():
    with pytest.raises(ValueError):
        discounted(-1)
