from search import search


def test_above_all():
    assert search(42, (-5, 1, 3, 5, 7, 10)) == 6


def test_list_above_all():
    assert search(42, [1, 5, 10]) == 3


def test_equal_in_the_middle():
    assert search(5, (1, 5, 10)) == 1


def test_between():
    assert search(7, [1, 5, 10]) == 2


def test_between_first_and_second():
    assert search(3, (1, 5, 10)) == 1


def test_below_all():
    assert search(-5, (1, 5, 10)) == 0


def test_equal_to_the_last():
    assert search(10, (-5, -1, 3, 5, 7, 10)) == 5


def test_far_below():
    assert search(-100, (-5, -1, 3, 5, 7, 10)) == 0


def test_zero():
    assert search(0, (-5, -1, 3, 5, 7, 10)) == 2


def test_empty_list():
    assert search(100, []) == 0


def test_empty_tuple():
    assert search(-100, ()) == 0
