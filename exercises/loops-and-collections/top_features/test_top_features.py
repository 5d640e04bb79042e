from top_features import top_features


def test_the_most_used_comes_first():
    assert top_features({"scan": 5, "search": 9}, 2) == ["search", "scan"]
    assert top_features({"print": 9, "scan": 100, "search": 10}, 2) == ["scan", "search"]


def test_only_as_many_as_are_wanted():
    assert top_features({"scan": 5, "search": 9, "share": 2}, 1) == ["search"]


def test_equal_ones_are_in_alphabetical_order():
    assert top_features({"search": 9, "print": 9, "scan": 5}, 3) == ["print", "search", "scan"]
    assert top_features({"share": 9, "scan": 9, "archive": 9}, 3) == ["archive", "scan", "share"]


def test_the_alphabet_decides_who_is_still_in():
    assert top_features({"b": 1, "c": 1, "a": 1}, 2) == ["a", "b"]


def test_more_are_wanted_than_there_are():
    assert top_features({"scan": 5, "search": 9}, 10) == ["search", "scan"]


def test_none_are_wanted():
    assert top_features({"scan": 5, "search": 9}, 0) == []


def test_no_features():
    assert top_features({}, 3) == []


def test_the_dictionary_stays_as_it_was():
    counts = {"search": 9, "print": 9}
    top_features(counts, 1)
    assert list(counts.items()) == [("search", 9), ("print", 9)]


def test_a_feature_that_nobody_used_is_listed_too():
    assert top_features({"fax": 0, "scan": 5}, 2) == ["scan", "fax"]


def test_the_top_may_be_long():
    counts = {f"feature {number}": 100 - number for number in range(20)}
    assert top_features(counts, 15) == list(counts)[:15]
