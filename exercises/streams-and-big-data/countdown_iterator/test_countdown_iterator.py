import pytest

from countdown_iterator import Countdown


def test_counts_down_to_one():
    assert list(Countdown(3)) == [3, 2, 1]


def test_next_gives_one_number_at_a_time():
    countdown = Countdown(10)
    assert next(countdown) == 10
    assert next(countdown) == 9


def test_raises_stop_iteration_after_the_one():
    countdown = Countdown(1)
    assert next(countdown) == 1
    with pytest.raises(StopIteration):
        next(countdown)


def test_stays_used_up():
    countdown = Countdown(2)
    assert list(countdown) == [2, 1]
    assert list(countdown) == []


def test_a_loop_goes_on_where_next_stopped():
    countdown = Countdown(4)
    next(countdown)
    assert list(countdown) == [3, 2, 1]


def test_iter_gives_the_same_object():
    countdown = Countdown(3)
    assert iter(countdown) is countdown


def test_a_countdown_from_zero_has_no_numbers():
    assert list(Countdown(0)) == []


def test_a_countdown_from_below_zero_has_no_numbers():
    assert list(Countdown(-2)) == []


def test_two_countdowns_do_not_share_their_place():
    first, second = Countdown(3), Countdown(3)
    next(first)
    assert next(second) == 3
