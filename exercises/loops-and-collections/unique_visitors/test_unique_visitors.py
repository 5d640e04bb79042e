from unique_visitors import unique_visitors


def test_counts_each_customer_once():
    assert unique_visitors([7, 3, 7, 7], []) == 2


def test_leaves_out_the_staff():
    assert unique_visitors([7, 3, 9], [9]) == 2


def test_staff_who_came_often_are_left_out_too():
    assert unique_visitors([9, 9, 9, 3], [9]) == 1
    assert unique_visitors([9, 3, 4], [9, 9]) == 2


def test_staff_who_did_not_come_change_nothing():
    assert unique_visitors([7, 3, 7], [8, 9]) == 2


def test_only_staff_came():
    assert unique_visitors([9, 8, 9], [8, 9]) == 0


def test_nobody_came():
    assert unique_visitors([], [8, 9]) == 0


def test_three_customers():
    assert unique_visitors([1, 2, 3, 2, 1], [9]) == 3


def test_the_lists_stay_as_they_were():
    visits, staff = [7, 3, 7, 9], [9]
    unique_visitors(visits, staff)
    assert visits == [7, 3, 7, 9]
    assert staff == [9]
