from fee import fee


def test_three_days_are_free():
    assert fee(3) == 0


def test_the_fourth_day_costs():
    assert fee(4) == 5
