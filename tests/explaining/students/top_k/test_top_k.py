from top_k import top_k


def test_five_of_nine():
    assert top_k([9, 8, 4, 5, 7, 2, 3, 1, 6], 5) == [9, 8, 7, 6, 5]


def test_three_of_nine():
    assert top_k([9, 8, 4, 5, 7, 2, 3, 1, 6], 3) == [9, 8, 7]


def test_repeats():
    assert top_k([4, 5, 2, 3, 1, 6, 6], 3) == [6, 6, 5]


def test_none_wanted():
    assert top_k([4, 5, 2], 0) == []


def test_all():
    assert top_k([4, 5, 2, 3, 1], 5) == [5, 4, 3, 2, 1]


def test_one():
    assert top_k([4], 1) == [4]


def test_negative_numbers():
    assert top_k([-4, -2, -9], 2) == [-2, -4]
