from datetime import date, datetime

from delivery_date import delivery_date

# 2 March 2026 is a Monday.


def test_a_morning_order_leaves_on_the_same_day():
    assert delivery_date(datetime(2026, 3, 2, 9, 15), 2) == date(2026, 3, 4)


def test_an_afternoon_order_leaves_on_the_next_day():
    assert delivery_date(datetime(2026, 3, 2, 16, 0), 2) == date(2026, 3, 5)


def test_two_in_the_afternoon_sharp_is_too_late():
    assert delivery_date(datetime(2026, 3, 2, 14, 0), 2) == date(2026, 3, 5)


def test_a_minute_before_two_is_in_time():
    assert delivery_date(datetime(2026, 3, 2, 13, 59), 2) == date(2026, 3, 4)


def test_one_day_on_the_road():
    assert delivery_date(datetime(2026, 3, 2, 9, 0), 1) == date(2026, 3, 3)


def test_a_parcel_may_leave_on_a_saturday():
    assert delivery_date(datetime(2026, 3, 7, 10, 0), 3) == date(2026, 3, 10)


def test_a_parcel_may_arrive_on_a_saturday():
    assert delivery_date(datetime(2026, 3, 5, 10, 0), 2) == date(2026, 3, 7)


def test_a_sunday_order_leaves_on_monday():
    assert delivery_date(datetime(2026, 3, 1, 10, 0), 2) == date(2026, 3, 4)


def test_a_sunday_order_in_the_afternoon_leaves_on_monday_too():
    assert delivery_date(datetime(2026, 3, 1, 18, 0), 2) == date(2026, 3, 4)


def test_a_late_saturday_order_leaves_on_monday():
    assert delivery_date(datetime(2026, 3, 7, 15, 0), 1) == date(2026, 3, 10)


def test_nothing_arrives_on_a_sunday():
    assert delivery_date(datetime(2026, 3, 5, 9, 0), 3) == date(2026, 3, 9)
    assert delivery_date(datetime(2026, 3, 5, 16, 0), 2) == date(2026, 3, 9)
    assert delivery_date(datetime(2026, 3, 1, 10, 0), 6) == date(2026, 3, 9)


def test_a_sunday_on_the_road_counts():
    assert delivery_date(datetime(2026, 3, 6, 9, 0), 4) == date(2026, 3, 10)


def test_goes_over_the_end_of_a_month_in_a_leap_year():
    assert delivery_date(datetime(2028, 2, 28, 20, 0), 2) == date(2028, 3, 2)


def test_the_result_is_a_day_without_a_time():
    assert delivery_date(datetime(2026, 3, 2, 9, 15), 2).isoformat() == "2026-03-04"
