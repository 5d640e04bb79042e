from datetime import date

from business_days import business_days

# 2 March 2026 is a Monday, 3 April 2026 is Good Friday.


def test_counts_the_days_within_a_week():
    assert business_days(date(2026, 3, 2), date(2026, 3, 6), []) == 4


def test_one_day():
    assert business_days(date(2026, 3, 4), date(2026, 3, 5), []) == 1


def test_friday_is_a_business_day():
    assert business_days(date(2026, 3, 6), date(2026, 3, 7), []) == 1


def test_saturday_and_sunday_are_not():
    assert business_days(date(2026, 3, 7), date(2026, 3, 9), []) == 0


def test_a_whole_week_has_five():
    assert business_days(date(2026, 3, 2), date(2026, 3, 9), []) == 5


def test_february_of_2026_has_twenty():
    assert business_days(date(2026, 2, 1), date(2026, 3, 1), []) == 20


def test_goes_from_one_year_to_the_next():
    assert business_days(date(2026, 12, 31), date(2027, 1, 2), ["2027-01-01"]) == 1


def test_a_holiday_does_not_count():
    assert business_days(date(2026, 3, 30), date(2026, 4, 4), ["2026-04-03"]) == 4


def test_a_holiday_on_the_first_day_does_not_count():
    assert business_days(date(2026, 4, 3), date(2026, 4, 8), ["2026-04-03"]) == 2


def test_holidays_outside_the_days_change_nothing():
    assert business_days(date(2026, 3, 2), date(2026, 3, 6), ["2026-03-06", "2025-12-25"]) == 4


def test_a_holiday_on_a_saturday_or_sunday_changes_nothing():
    assert business_days(date(2026, 3, 2), date(2026, 3, 9), ["2026-03-07", "2026-03-08"]) == 5


def test_a_holiday_that_is_listed_twice_counts_once():
    days = ["2026-04-03", "2026-04-03"]
    assert business_days(date(2026, 3, 30), date(2026, 4, 4), days) == 4


def test_from_a_day_to_the_same_day_there_are_none():
    assert business_days(date(2026, 3, 2), date(2026, 3, 2), []) == 0


def test_an_end_before_the_start_gives_none():
    assert business_days(date(2026, 3, 6), date(2026, 3, 2), ["2026-03-03"]) == 0


def test_the_holidays_stay_as_they_are():
    days = ["2026-04-03", "2026-04-06"]
    assert business_days(date(2026, 3, 30), date(2026, 4, 8), days) == 5
    assert days == ["2026-04-03", "2026-04-06"]
