import pytest

from discount import discounted


def test_small_orders_pay_the_full_price():
    assert discounted(1_000) == 1_000


def test_an_empty_order_costs_nothing():
    assert discounted(0) == 0


@pytest.mark.parametrize(
    ("amount", "pays"),
    [
        (4_999, 4_999),
        (5_000, 4_500),
        (19_990, 17_991),
        (19_999, 17_999),
        (20_000, 16_000),
    ],
)
def test_the_discount_begins_at_the_limit(amount, pays):
    assert discounted(amount) == pays


def test_parts_of_a_cent_are_dropped():
    assert discounted(5_001) == 4_500


def test_a_negative_amount_is_an_error():
    with pytest.raises(ValueError, match="-1 cents"):
        discounted(-1)
