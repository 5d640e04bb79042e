from middle_items import middle_items


def test_leaves_out_one_at_each_end():
    assert middle_items([1, 2, 3, 4, 9], 1) == [2, 3, 4]


def test_leaves_out_two_at_each_end():
    assert middle_items([1, 2, 3, 4, 9], 2) == [3]


def test_an_edge_of_zero_leaves_nothing_out():
    assert middle_items([1, 2, 3], 0) == [1, 2, 3]


def test_nothing_remains_of_a_list_of_two():
    assert middle_items([4, 5], 1) == []


def test_an_edge_that_is_longer_than_the_list():
    assert middle_items([1, 2], 3) == []
    assert middle_items([1, 2, 3], 2) == []
    assert middle_items([1, 2, 3, 4, 9], 6) == []


def test_the_list_that_is_passed_in_stays_as_it_was():
    times = [1, 2, 3, 4]
    middle = middle_items(times, 1)
    middle.append(99)
    assert times == [1, 2, 3, 4]


def test_even_with_an_edge_of_zero_it_is_a_new_list():
    times = [1, 2, 3]
    middle_items(times, 0).append(99)
    assert times == [1, 2, 3]


def test_an_empty_list_gives_a_new_list_too():
    times = []
    middle = middle_items(times, 1)
    assert middle == []
    middle.append(99)
    assert times == []


def test_equal_times_are_left_out_at_the_ends_only():
    assert middle_items([1, 1, 2, 3, 3], 1) == [1, 2, 3]
    assert middle_items([1, 1, 2], 0) == [1, 1, 2]


def test_the_middle_of_a_long_list_is_whole():
    times = list(range(20))
    assert middle_items(times, 0) == times
    assert middle_items(times, 1) == times[1:19]
