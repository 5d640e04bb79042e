import pytest

from delivery_window import next_window


def test_an_order_in_the_night_makes_the_first_window():
    assert next_window(0) == (8, 12)


def test_packed_exactly_at_eight_makes_the_window_at_eight():
    assert next_window(6) == (8, 12)


def test_packed_after_eight_waits_for_noon():
    assert next_window(7) == (12, 16)


def test_packed_exactly_at_noon_makes_the_window_at_noon():
    assert next_window(10) == (12, 16)


def test_packed_after_noon_waits_for_the_evening():
    assert next_window(11) == (16, 20)


def test_two_in_the_afternoon_is_the_last_chance():
    assert next_window(14) == (16, 20)


def test_from_three_in_the_afternoon_on_no_window_is_left():
    assert next_window(15) is None


def test_the_last_hour_of_the_day_has_no_window():
    assert next_window(23) is None


def test_express_is_packed_within_an_hour():
    assert next_window(7, express=True) == (8, 12)


def test_express_needs_that_hour():
    assert next_window(8, express=True) == (12, 16)


def test_express_at_three_makes_the_evening():
    assert next_window(15, express=True) == (16, 20)


def test_express_at_four_is_too_late():
    assert next_window(16, express=True) is None


def test_an_hour_below_zero_is_an_error():
    with pytest.raises(ValueError, match="no hour -1"):
        next_window(-1)


def test_an_hour_of_24_is_an_error():
    with pytest.raises(ValueError, match="no hour 24"):
        next_window(24)
