from tdd_basket import Basket


def test_a_new_basket_holds_nothing():
    assert Basket().count() == 0


def test_a_new_basket_costs_nothing():
    assert Basket().total() == 0
