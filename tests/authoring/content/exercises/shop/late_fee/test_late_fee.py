from late_fee import late_fee


def test_three_days_are_free():
    assert late_fee(3) == 0


def test_the_fourth_day_costs():
    assert late_fee(4) == 5
