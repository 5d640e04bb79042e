from discount import discounted


def test_small_orders_pay_the_full_price():
    assert discounted(1_000) == 1_000
