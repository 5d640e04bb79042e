from fee import fee


def test_no_delay_costs_nothing():
    assert fee(0) == 0
