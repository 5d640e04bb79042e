import numpy as np
from array_totals import capped, postage, too_heavy, van_totals

DAYS = [[800, 1200, 300], [500, 2500, 900]]


def listed(result):
    """The values of an array as a list; nothing else will do."""
    assert isinstance(result, np.ndarray), f"an array is expected, not {type(result).__name__}"
    return result.tolist()


def test_each_van_has_its_total():
    assert listed(van_totals(np.array(DAYS))) == [1300, 3700, 1200]


def test_one_day_is_its_own_total():
    assert listed(van_totals(np.array([[5, 7]]))) == [5, 7]


def test_days_above_the_limit_are_counted_for_each_van():
    assert listed(too_heavy(np.array(DAYS), 700)) == [1, 2, 1]


def test_exactly_the_limit_is_not_too_heavy():
    assert listed(too_heavy(np.array([[900, 901]]), 900)) == [0, 1]


def test_more_than_the_limit_becomes_the_limit():
    assert listed(capped(np.array(DAYS), 900)) == [[800, 900, 300], [500, 900, 900]]


def test_what_was_passed_in_stays_as_it_is():
    grams = np.array(DAYS)
    result = capped(grams, 900)
    assert grams.tolist() == DAYS
    result[0] = 0
    assert grams.tolist() == DAYS


def test_the_capped_weights_are_another_array_even_if_all_are_light():
    grams = np.array(DAYS)
    result = capped(grams, 9000)
    assert listed(result) == DAYS
    result[0] = 0
    assert grams.tolist() == DAYS


def test_counting_leaves_the_weights_alone():
    grams = np.array(DAYS)
    assert listed(too_heavy(grams, 1000)) == [0, 2, 0]
    assert listed(van_totals(grams)) == [1300, 3700, 1200]
    assert grams.tolist() == DAYS


def test_asking_for_the_postage_leaves_the_weights_alone():
    grams = np.array(DAYS)
    assert listed(postage(grams)) == [[490, 690, 490], [490, 690, 490]]
    assert grams.tolist() == DAYS


def test_postage_of_each_parcel():
    grams = np.array([0, 1, 1000, 1001, 5000, 5001, 20_000])
    assert listed(postage(grams)) == [490, 490, 490, 690, 690, 1290, 1290]


def test_postage_of_many_days_has_their_shape():
    assert listed(postage(np.array(DAYS))) == [[490, 690, 490], [490, 690, 490]]


def test_postage_of_two_weeks_has_their_shape_too():
    assert listed(postage(np.array([DAYS, DAYS]))) == [[[490, 690, 490], [490, 690, 490]]] * 2


def test_postage_of_no_parcels():
    assert listed(postage(np.array([], dtype=int))) == []
