import pytest

from delivery_stats import delivery_stats

ONE_TO_TEN = [7, 2, 10, 1, 4, 9, 3, 6, 8, 5]


def test_tells_four_things():
    assert sorted(delivery_stats([3, 4])) == ["mean", "median", "outliers", "p90"]


def test_the_mean_shares_all_days_out():
    assert delivery_stats([2, 3, 2, 9, 2])["mean"] == pytest.approx(3.6)


def test_the_median_is_the_middle_of_the_sorted_days():
    assert delivery_stats([9, 2, 3])["median"] == 3


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle():
    assert delivery_stats([8, 2, 3, 4])["median"] == pytest.approx(3.5)


def test_the_p90_of_ten_values_is_the_ninth():
    assert delivery_stats(ONE_TO_TEN)["p90"] == 9


def test_the_position_of_the_p90_is_rounded_up():
    assert delivery_stats([5, 4, 3, 2, 1])["p90"] == 5
    assert delivery_stats([*ONE_TO_TEN, 11])["p90"] == 10


def test_the_p90_of_two_hundred_values_is_number_180():
    assert delivery_stats(list(range(1, 201)))["p90"] == 180


def test_a_single_parcel_is_its_own_p90():
    assert delivery_stats([4])["p90"] == 4


def test_a_very_late_parcel_is_an_outlier():
    assert delivery_stats([2, 3, 2, 9, 2])["outliers"] == [9]


def test_a_very_early_parcel_is_an_outlier():
    assert delivery_stats([10, 9, 10, 11, 1, 10])["outliers"] == [1]


def test_a_value_at_the_limit_itself_is_no_outlier():
    # p25 is 4, p75 is 6: the limits are 1 and 9.
    assert delivery_stats([1, 4, 5, 6, 5, 6, 4, 9])["outliers"] == []


def test_a_value_beyond_a_limit_is_an_outlier():
    assert delivery_stats([0.5, 4, 5, 6, 5, 6, 4, 9.5])["outliers"] == [0.5, 9.5]


def test_the_middle_half_of_a_hundred_lies_between_number_25_and_number_75():
    # p25 is 0, p75 is 10: the limits are -15 and 25.
    days = [0] * 25 + [10] * 50 + [20] * 24 + [26]
    assert delivery_stats(days)["outliers"] == [26]


def test_outliers_stay_in_their_order():
    assert delivery_stats([30, 2, 3, 2, 3, 20, 2, 3, 2, 3])["outliers"] == [30, 20]


def test_two_outliers_of_the_same_value_are_two():
    assert delivery_stats([30, 2, 3, 2, 3, 30, 2, 3, 2, 3])["outliers"] == [30, 30]


def test_the_callers_list_stays_as_it_was():
    days = [3, 1, 2]
    stats = delivery_stats(days)
    assert days == [3, 1, 2]
    assert stats["median"] == 2


def test_no_parcels_tell_nothing():
    assert delivery_stats([]) is None


def test_parts_of_a_day_stay_exact():
    stats = delivery_stats([1.125, 2.375, 2.625])
    assert stats["median"] == 2.375
    assert stats["p90"] == 2.625


def test_parcels_that_all_arrive_on_the_same_day_have_four_entries_too():
    assert delivery_stats([0, 0]) == {"mean": 0, "median": 0, "p90": 0, "outliers": []}
