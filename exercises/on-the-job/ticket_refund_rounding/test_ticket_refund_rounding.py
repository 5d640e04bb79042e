from ticket_refund_rounding import refunds


def test_order_88213_gets_back_all_that_was_paid():
    assert refunds(1000, [400, 400, 400]) == [334, 333, 333]


def test_order_87990_does_not_get_more_than_was_paid():
    assert refunds(999, [600, 600]) == [500, 499]


def test_two_cents_left_go_to_the_first_two_lines():
    assert refunds(1001, [400, 400, 400]) == [334, 334, 333]


def test_a_sum_that_can_be_divided_is_divided():
    assert refunds(500, [300, 200]) == [300, 200]


def test_dear_lines_get_more_than_cheap_ones():
    assert refunds(900, [750, 250]) == [675, 225]


def test_shares_that_come_out_even_stay_as_they_are():
    assert refunds(100, [71, 29]) == [71, 29]
    assert refunds(700, [100, 200, 700]) == [70, 140, 490]


def test_a_free_line_gets_no_cent_that_is_left():
    assert refunds(999, [0, 500, 500]) == [0, 500, 499]


def test_a_free_line_in_the_middle_is_passed_over():
    assert refunds(1001, [400, 0, 400, 400]) == [334, 0, 334, 333]


def test_a_line_of_one_cent_counts_as_paid():
    assert refunds(1, [1, 3]) == [1, 0]


def test_nothing_paid_nothing_back():
    assert refunds(0, [300, 200]) == [0, 0]


def test_free_samples_only():
    assert refunds(0, [0, 0]) == [0, 0]


def test_large_amounts_stay_exact():
    assert refunds(10**17 + 1, [10, 10]) == [5 * 10**16 + 1, 5 * 10**16]


def test_the_prices_stay_as_they_are():
    prices = [400, 400, 400]
    refunds(1000, prices)
    assert prices == [400, 400, 400]


def test_the_first_lines_get_the_cents_also_when_they_are_dear():
    assert refunds(100, [300, 200, 200]) == [43, 29, 28]


def test_every_line_of_a_long_order_gets_its_part():
    assert refunds(2001, [100] * 20) == [101] + [100] * 19
