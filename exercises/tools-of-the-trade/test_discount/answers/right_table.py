import pytest
from discount import discounted


@pytest.mark.parametrize(
    ("amount", "price"),
    [(0, 0), (1999, 1999), (4999, 4999), (5000, 4500), (5009, 4508), (19999, 17999), (20000, 16000)],
)
def test_price(amount, price):
    assert discounted(amount) == price


def test_negative():
    with pytest.raises(ValueError):
        discounted(-1)
