import pytest

from tdd_basket import Basket


def test_one_product_is_counted_and_paid():
    basket = Basket()
    basket.add("Tea", 450)
    assert (basket.count(), basket.total()) == (1, 450)


def test_two_of_a_product_cost_twice_as_much():
    basket = Basket()
    basket.add("Tea", 450, count=2)
    assert (basket.count(), basket.total()) == (2, 900)


def test_the_same_product_twice_adds_up():
    basket = Basket()
    basket.add("Tea", 450)
    basket.add("Tea", 450)
    assert (basket.count(), basket.total()) == (2, 900)


def test_different_products_are_added_up():
    basket = Basket()
    basket.add("Tea", 450)
    basket.add("Mug", 990)
    assert (basket.count(), basket.total()) == (2, 1440)


def test_two_baskets_share_nothing():
    full = Basket()
    full.add("Tea", 450)
    assert Basket().count() == 0


@pytest.mark.parametrize("count", [0, -1])
def test_a_count_below_one_is_an_error_and_adds_nothing(count):
    basket = Basket()
    basket.add("Tea", 450, count=2)
    with pytest.raises(ValueError):
        basket.add("Tea", 450, count=count)
    assert (basket.count(), basket.total()) == (2, 900)


def test_a_second_price_for_a_product_is_an_error_and_adds_nothing():
    basket = Basket()
    basket.add("Tea", 450)
    with pytest.raises(ValueError):
        basket.add("Tea", 400)
    assert (basket.count(), basket.total()) == (1, 450)
