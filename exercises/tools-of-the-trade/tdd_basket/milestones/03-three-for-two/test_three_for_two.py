from tdd_basket import Basket


def basket_with(**counts):
    basket = Basket()
    for name, count in counts.items():
        basket.add(name, 450, count=count)
    return basket


def test_of_three_equal_products_one_is_free():
    assert basket_with(tea=3).total() == 900


def test_two_are_both_paid():
    assert basket_with(tea=2).total() == 900


def test_of_seven_two_are_free():
    assert basket_with(tea=7).total() == 5 * 450


def test_different_products_do_not_make_three():
    assert basket_with(tea=2, mug=1).total() == 3 * 450


def test_free_products_are_counted():
    assert basket_with(tea=3).count() == 3


def test_three_that_were_added_one_by_one_have_one_free():
    basket = Basket()
    for count in (1, 2):
        basket.add("tea", 450, count=count)
    assert basket.total() == 900
