import pytest
from silent_total import daily_total


def test_adds_up_the_prices():
    assert daily_total(["TEA-01;450", "MUG-02;990"]) == 1440


def test_a_day_without_sales_is_zero():
    assert daily_total([]) == 0


def test_a_line_without_a_semicolon_is_left_out_and_the_others_count():
    assert daily_total(["TEA-01;450", "*** drawer opened", "MUG-02;990"]) == 1440


def test_an_empty_line_is_left_out():
    assert daily_total(["", "TEA-01;450"]) == 450


def test_a_price_that_is_no_whole_number_is_left_out():
    assert daily_total(["MUG-02;9,90", "TEA-01;450"]) == 450


def test_a_negative_price_is_a_return_and_counts():
    assert daily_total(["MUG-02;990", "MUG-02;-990", "TEA-01;450"]) == 450


def test_a_return_may_be_the_first_of_the_day():
    assert daily_total(["MUG-02;-990", "TEA-01;450"]) == -540


def test_a_fault_in_the_program_is_not_hidden():
    with pytest.raises((AttributeError, TypeError)):
        daily_total([None])


def test_a_price_with_a_decimal_point_is_left_out():
    assert daily_total(["MUG-02;9.90", "MUG-02;9.0", "TEA-01;450"]) == 450
