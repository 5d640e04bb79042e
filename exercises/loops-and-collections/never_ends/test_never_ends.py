from never_ends import vans_needed


def test_forty_parcels_fill_two_vans():
    assert vans_needed(40, 20) == 2


def test_full_vans_need_no_further_one():
    assert vans_needed(20, 20) == 1
    assert vans_needed(60, 20) == 3


def test_fifty_parcels_need_a_third_van():
    assert vans_needed(50, 20) == 3


def test_one_parcel_too_many_needs_another_van():
    assert vans_needed(41, 20) == 3


def test_a_single_parcel_needs_a_van():
    assert vans_needed(1, 20) == 1


def test_no_parcels_need_no_van():
    assert vans_needed(0, 20) == 0


def test_smaller_vans():
    assert vans_needed(7, 3) == 3


def test_many_parcels_need_many_vans():
    assert vans_needed(1001, 20) == 51


def test_the_number_of_vans_has_no_decimal_point():
    vans = vans_needed(40, 20)
    assert str(vans) == "2"
