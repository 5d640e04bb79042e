from wrong_branch import discount_percent


def test_the_order_of_mrs_okafor_gets_15():
    assert discount_percent(12000) == 15


def test_a_very_large_order_gets_15_too():
    assert discount_percent(500_000) == 15


def test_exactly_100_euros_get_15():
    assert discount_percent(10000) == 15


def test_a_cent_less_gets_10():
    assert discount_percent(9999) == 10


def test_75_euros_get_10():
    assert discount_percent(7500) == 10


def test_exactly_50_euros_get_10():
    assert discount_percent(5000) == 10


def test_a_cent_less_than_50_euros_gets_5():
    assert discount_percent(4999) == 5
    assert discount_percent(4500) == 5


def test_exactly_20_euros_get_5():
    assert discount_percent(2000) == 5


def test_below_20_euros_there_is_no_discount():
    assert discount_percent(1999) == 0
    assert discount_percent(0) == 0
