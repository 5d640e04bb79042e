from remove_duplicates_keep_order import remove_duplicates_keep_order


def test_drops_a_repeated_order():
    assert remove_duplicates_keep_order([5, 5]) == [5]


def test_keeps_the_order_in_which_they_came():
    assert remove_duplicates_keep_order([30, 10, 20]) == [30, 10, 20]
    assert remove_duplicates_keep_order([1234, 23, 4]) == [1234, 23, 4]


def test_the_first_of_two_stays():
    assert remove_duplicates_keep_order([30, 10, 30, 20, 10]) == [30, 10, 20]


def test_repeated_orders_need_not_be_side_by_side():
    assert remove_duplicates_keep_order([5, 4, 5]) == [5, 4]
    assert remove_duplicates_keep_order([5, 4, 3, 2, 1, 5]) == [5, 4, 3, 2, 1]


def test_an_order_that_came_three_times():
    assert remove_duplicates_keep_order([3, 3, 3, 1]) == [3, 1]


def test_zero_is_an_order_number_too():
    assert remove_duplicates_keep_order([0, 7, 0]) == [0, 7]


def test_no_orders():
    assert remove_duplicates_keep_order([]) == []


def test_the_list_that_is_passed_in_stays_as_it_was():
    orders = [30, 10, 30]
    remove_duplicates_keep_order(orders)
    assert orders == [30, 10, 30]


def test_without_repeated_orders_it_is_a_new_list_too():
    orders = [30, 10]
    remove_duplicates_keep_order(orders).append(99)
    assert orders == [30, 10]


def test_the_result_is_a_list():
    assert type(remove_duplicates_keep_order([2, 1])) is list


def test_twenty_different_orders_are_all_kept():
    orders = list(range(120, 100, -1))
    assert remove_duplicates_keep_order(orders + orders) == orders
