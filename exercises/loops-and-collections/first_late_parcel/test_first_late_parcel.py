from first_late_parcel import first_late_parcel


def test_finds_the_index_of_a_late_parcel():
    assert first_late_parcel([2, 3, 7], 5) == 2


def test_the_first_of_several_late_ones():
    assert first_late_parcel([2, 8, 9, 7], 5) == 1


def test_the_very_first_parcel_is_at_index_zero():
    index = first_late_parcel([9, 2], 5)
    assert index == 0
    assert type(index) is int


def test_a_second_late_parcel_does_not_replace_the_first_at_index_zero():
    assert first_late_parcel([9, 8], 5) == 0


def test_exactly_as_promised_is_not_late():
    assert first_late_parcel([5, 6], 5) == 1


def test_none_when_no_parcel_is_late():
    assert first_late_parcel([2, 3, 5], 5) is None


def test_none_when_there_are_no_parcels():
    assert first_late_parcel([], 5) is None


def test_another_promise():
    assert first_late_parcel([2, 3, 7], 2) == 1


def test_the_list_stays_as_it_was():
    days = [2, 9, 3]
    first_late_parcel(days, 5)
    assert days == [2, 9, 3]
