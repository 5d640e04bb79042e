import pytest

from pack_vans import pack_vans


def test_one_parcel_takes_one_van():
    assert pack_vans([300], 700) == [[300]]


def test_the_heaviest_parcels_come_first():
    assert pack_vans([200, 500, 300, 400], 700) == [[500, 200], [400, 300]]


def test_a_van_may_be_filled_exactly():
    assert pack_vans([5, 5], 10) == [[5, 5]]


def test_one_kilogram_too_much_needs_a_second_van():
    assert pack_vans([6, 5], 10) == [[6], [5]]


def test_a_small_parcel_goes_back_to_the_first_van_with_room():
    assert pack_vans([7, 6, 3], 10) == [[7, 3], [6]]


def test_of_two_vans_with_room_the_first_gets_the_parcel():
    assert pack_vans([6, 5, 3], 10) == [[6, 3], [5]]


def test_the_first_van_gets_it_even_if_another_is_fuller():
    assert pack_vans([7, 5, 5, 1], 11) == [[7, 1], [5, 5]]


def test_a_parcel_as_heavy_as_the_limit_fits():
    assert pack_vans([10], 10) == [[10]]


def test_a_parcel_that_is_too_heavy_is_named():
    with pytest.raises(ValueError, match="11"):
        pack_vans([5, 11], 10)


def test_without_parcels_no_van_leaves():
    assert pack_vans([], 10) == []


def test_the_rule_of_the_depot_is_not_always_the_best():
    # Two vans would do as well: [4, 3, 3] and [4, 3, 3].
    assert pack_vans([4, 4, 3, 3, 3, 3], 10) == [[4, 4], [3, 3, 3], [3]]


def test_the_callers_list_stays_as_it_was():
    weights = [1, 3, 2]
    vans = pack_vans(weights, 10)
    assert weights == [1, 3, 2]
    assert vans == [[3, 2, 1]]


def test_a_thousand_is_heavier_than_nine_hundred():
    assert pack_vans([90, 900, 1000, 100], 1000) == [[1000], [900, 100], [90]]


def test_twenty_vans_with_the_same_load_are_twenty():
    assert pack_vans([6] * 20, 10) == [[6]] * 20
