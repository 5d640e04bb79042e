import seat_map

FREE, TAKEN = True, False


def test_a_pair_in_the_first_row():
    assert seat_map.two_together([[TAKEN, FREE, FREE]]) == (0, 1)


def test_a_pair_in_a_later_row():
    assert seat_map.two_together([[FREE, TAKEN, FREE], [TAKEN, FREE, FREE]]) == (1, 1)


def test_the_front_row_comes_first():
    assert seat_map.two_together([[TAKEN, FREE, FREE], [FREE, FREE, FREE]]) == (0, 1)


def test_the_leftmost_pair_comes_first():
    assert seat_map.two_together([[FREE, FREE, FREE, FREE]]) == (0, 0)


def test_a_single_free_seat_before_the_pair_does_not_count():
    assert seat_map.two_together([[FREE, TAKEN, FREE, FREE]]) == (0, 2)


def test_one_behind_the_other_is_not_side_by_side():
    assert seat_map.two_together([[FREE, TAKEN], [FREE, TAKEN]]) is None


def test_the_end_of_a_row_and_the_start_of_the_next_are_not_neighbours():
    assert seat_map.two_together([[TAKEN, FREE], [FREE, TAKEN]]) is None


def test_rows_of_different_lengths():
    assert seat_map.two_together([[], [FREE], [TAKEN, TAKEN, FREE, FREE]]) == (2, 2)


def test_a_full_row_does_not_end_the_search():
    assert seat_map.two_together([[FREE, TAKEN], [TAKEN, TAKEN], [FREE, FREE]]) == (2, 0)


def test_everything_is_taken():
    assert seat_map.two_together([[TAKEN, TAKEN], [TAKEN]]) is None


def test_no_rows_at_all():
    assert seat_map.two_together([]) is None


def test_the_rows_stay_as_they_were():
    seats = [[FREE, TAKEN], [FREE, FREE]]
    seat_map.two_together(seats)
    assert seats == [[FREE, TAKEN], [FREE, FREE]]
