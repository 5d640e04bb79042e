from count_clicks import count_clicks


def test_counts_the_clicks_up_to_the_limit():
    assert count_clicks([5, 10, 30], 24) == 2


def test_a_click_exactly_at_the_limit_counts():
    assert count_clicks([24], 24) == 1


def test_a_click_right_after_the_limit_does_not_count():
    assert count_clicks([25], 24) == 0


def test_a_click_at_hour_zero_counts():
    assert count_clicks([0, 1], 24) == 2


def test_clicks_before_the_email_do_not_count():
    assert count_clicks([-3, -1, 5], 24) == 1


def test_a_late_click_does_not_end_the_counting():
    assert count_clicks([30, 2, 3], 24) == 2


def test_no_clicks_at_all():
    assert count_clicks([], 24) == 0


def test_another_limit():
    assert count_clicks([1, 2, 3, 4, 5], 4) == 4


def test_two_clicks_in_the_same_hour_are_two():
    assert count_clicks([5, 5, 7], 24) == 3


def test_there_may_be_many_clicks():
    assert count_clicks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], 24) == 13


def test_a_limit_of_zero_is_a_limit():
    assert count_clicks([-1, 0, 1], 0) == 1


def test_the_list_stays_as_it_was():
    hours = [30, -3, 5]
    count_clicks(hours, 24)
    assert hours == [30, -3, 5]
