from weight import weight


def test_things_and_box_are_added():
    assert weight(2, 1) == 7


def test_an_empty_box_weighs_what_it_weighs():
    assert weight(0, 4) == 4


def test_nothing_weighs_nothing():
    assert weight(0, 0) == 0
