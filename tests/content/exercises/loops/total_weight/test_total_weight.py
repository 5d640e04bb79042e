from total_weight import total_weight


def test_adds_two_weights():
    assert total_weight([200, 350]) == 550


def test_an_empty_van_weighs_nothing():
    assert total_weight([]) == 0


def test_one_parcel():
    assert total_weight([5]) == 5
