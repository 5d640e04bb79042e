from total_cents import total_cents


def test_adds_up_two_prices():
    assert total_cents([450, 990]) == 1440


def test_adds_up_many_prices():
    assert total_cents([450, 990, 460, 100]) == 2000
    assert total_cents([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120]) == 780


def test_one_price_is_the_total():
    assert total_cents([450]) == 450


def test_an_empty_basket_costs_nothing():
    assert total_cents([]) == 0


def test_a_voucher_takes_something_off():
    assert total_cents([1000, -150]) == 850
    assert total_cents([100, -150, -50]) == -100


def test_a_voucher_may_come_first():
    assert total_cents([-150, 1000]) == 850


def test_the_same_price_twice_counts_twice():
    assert total_cents([300, 300]) == 600


def test_a_gift_does_not_end_the_adding():
    assert total_cents([450, 0, 990]) == 1440


def test_the_basket_stays_as_it_was():
    prices = [450, 990]
    assert total_cents(prices) == 1440
    assert prices == [450, 990]
