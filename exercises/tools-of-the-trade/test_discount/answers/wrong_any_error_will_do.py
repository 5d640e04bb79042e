import pytest

from discount import discounted


@pytest.mark.parametrize("amount, price", [(0, 0), (4_999, 4_999), (5_000, 4_500), (5_001, 4_500), (5_009, 4_508), (19_999, 17_999), (20_000, 16_000), (20_001, 16_000), (20_004, 16_003)])
def test_price(amount, price):
    assert discounted(amount) == price


def test_negative():
    with pytest.raises(Exception):
        discounted(-1)
