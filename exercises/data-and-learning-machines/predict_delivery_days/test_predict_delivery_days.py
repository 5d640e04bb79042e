import pytest

from predict_delivery_days import fit_line, mean_error, nearest

OLD = [(10, 1), (20, 1), (40, 3), (50, 2), (80, 3), (100, 5), (120, 4), (150, 6)]
NEW = [(15, 1), (60, 3), (90, 4), (130, 5)]


def test_one_neighbour_gives_its_own_days():
    assert nearest([(10, 1), (40, 3), (50, 2)], 42, 1) == 3


def test_two_neighbours_give_the_mean_of_their_days():
    assert nearest([(10, 1), (40, 3), (50, 2)], 42, 2) == pytest.approx(2.5)


def test_three_neighbours_give_the_mean_of_their_days():
    assert nearest([(10, 1), (40, 2), (50, 9), (900, 30)], 42, 3) == pytest.approx(4)


def test_a_neighbour_may_be_nearer_or_farther_away():
    assert nearest([(10, 1), (90, 7), (30, 2)], 85, 1) == 7
    assert nearest([(10, 1), (90, 7), (30, 2)], 5, 1) == 1


def test_the_trips_may_come_in_any_order():
    assert nearest([(90, 7), (10, 1), (12, 2), (80, 6)], 11, 2) == pytest.approx(1.5)


def test_of_two_equally_close_trips_the_earlier_one_counts():
    assert nearest([(30, 9), (10, 1)], 20, 1) == 9
    assert nearest([(10, 1), (30, 9)], 20, 1) == 1


def test_trips_of_the_same_distance_all_count():
    assert nearest([(10, 1), (10, 4), (90, 9)], 10, 2) == pytest.approx(2.5)
    assert nearest([(10, 1), (10, 1), (90, 9)], 10, 2) == pytest.approx(1)


def test_with_fewer_than_k_trips_all_of_them_count():
    assert nearest([(10, 1), (90, 4)], 10, 5) == pytest.approx(2.5)


def test_one_round_moves_both_numbers_a_little():
    assert fit_line([(1, 2)], 0.1, 1) == pytest.approx((0.2, 0.2))


def test_the_slope_moves_more_where_the_distance_is_large():
    assert fit_line([(3, 2)], 0.1, 1) == pytest.approx((0.6, 0.2))
    assert fit_line([(3, 2)], 0.001, 1) == pytest.approx((0.006, 0.002))


def test_a_round_takes_the_mean_over_all_trips():
    assert fit_line([(1, 2), (3, 6)], 0.1, 1) == pytest.approx((1.0, 0.4))


def test_both_moves_of_a_round_use_the_errors_from_before():
    assert fit_line([(1, 2)], 0.1, 2) == pytest.approx((0.36, 0.36))


def test_without_a_round_nothing_is_learnt():
    assert fit_line([(1, 2)], 0.1, 0) == (0, 0)


def test_many_rounds_find_the_line_through_the_points():
    assert fit_line([(1, 3), (2, 5), (3, 7)], 0.1, 600) == pytest.approx((2, 1), abs=0.01)


def test_a_falling_line_is_found_as_well():
    assert fit_line([(0, 4), (1, 3), (2, 2)], 0.3, 300) == pytest.approx((-1, 4), abs=0.01)


def test_the_mean_error_is_a_mean_distance():
    assert mean_error(lambda km: km / 10, [(10, 2), (30, 2)]) == pytest.approx(1)


def test_errors_in_both_directions_do_not_cancel_out():
    assert mean_error(lambda km: 5, [(1, 3), (2, 7)]) == pytest.approx(2)


def test_one_neighbour_knows_the_old_trips_by_heart():
    assert mean_error(lambda km: nearest(OLD, km, 1), OLD) == 0


def test_on_new_trips_two_neighbours_are_better_than_one():
    assert mean_error(lambda km: nearest(OLD, km, 1), NEW) == pytest.approx(0.75)
    assert mean_error(lambda km: nearest(OLD, km, 2), NEW) == pytest.approx(0.125)


def test_the_trips_stay_as_they_were():
    trips = [(90, 7), (10, 1)]
    assert nearest(trips, 12, 1) == 1
    fit_line(trips, 0.0001, 2)
    mean_error(lambda km: 1, trips)
    assert trips == [(90, 7), (10, 1)]


def test_a_mean_is_not_rounded():
    assert nearest([(10, 1), (20, 1), (30, 2)], 20, 3) == pytest.approx(4 / 3)
    assert mean_error(lambda km: 1, [(10, 1), (20, 1), (30, 2)]) == pytest.approx(1 / 3)


def test_five_neighbours_are_five():
    assert nearest([(n, n * n) for n in range(1, 9)], 1, 5) == pytest.approx(11)
