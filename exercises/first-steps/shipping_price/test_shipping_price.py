from shipping_price import shipping_price


def test_light_parcel():
    assert shipping_price(300) == 290
    assert shipping_price(1) == 290


def test_between_the_limits():
    assert shipping_price(1200) == 490
    assert shipping_price(9500) == 890


def test_exactly_500_grams_still_cost_290():
    assert shipping_price(500) == 290


def test_501_grams_cost_490():
    assert shipping_price(501) == 490


def test_exactly_2000_grams_still_cost_490():
    assert shipping_price(2000) == 490


def test_2001_grams_cost_890():
    assert shipping_price(2001) == 890


def test_exactly_10000_grams_still_cost_890():
    assert shipping_price(10000) == 890


def test_everything_heavier_costs_1490():
    assert shipping_price(10001) == 1490
    assert shipping_price(30000) == 1490
