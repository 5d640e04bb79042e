import pytest

from discount import discounted


def test_small_orders_pay_the_full_price():
    assert discounted(1_000) == 1_000


def test_an_empty_order_costs_nothing():
    assert discounted(0) == 0


def test_49_99_is_the_last_order_without_a_discount():
    assert discounted(4_999) == 4_999


def test_50_00_is_the_first_order_with_ten_percent_off():
    assert discounted(5_000) == 4_500


def test_199_99_still_has_ten_percent_off():
    assert discounted(19_999) == 17_999


def test_200_00_is_the_first_order_with_twenty_percent_off():
    assert discounted(20_000) == 16_000


def test_parts_of_a_cent_are_dropped():
    assert discounted(5_001) == 4_500


def test_a_negative_amount_is_an_error():
    with pytest.raises(ValueError, match="-1 cents"):
        discounted(-1)
