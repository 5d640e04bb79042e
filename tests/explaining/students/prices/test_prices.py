from prices import cheapest, count_between, label


def test_counts_inside():
    assert count_between([1, 5, 9], 2, 6) == 1


def test_counts_both_ends():
    assert count_between([2, 4, 6], 2, 6) == 3


def test_counts_nothing():
    assert count_between([], 2, 6) == 0


def test_counts_none_inside():
    assert count_between([1, 9], 2, 6) == 0


def test_cheapest():
    assert cheapest({"tea": 4, "cake": 5, "mug": 3}) == "mug"


def test_cheapest_of_one():
    assert cheapest({"tea": 4}) == "tea"


def test_cheapest_of_nothing():
    assert cheapest({}) is None


def test_label():
    assert label("tea", 4.5) == "tea: 4.50"
    assert label("mug", 10) == "mug: 10.00"
