import pytest

from estimate_range import estimate_range


def test_a_task_of_three_steps():
    steps = [("form", 2, 4, 12), ("mail", 3, 4, 5), ("tests", 4, 6, 8)]
    assert estimate_range(steps) == (11, 19)


def test_one_step_with_a_long_tail():
    assert estimate_range([("form", 2, 4, 12)]) == (2, 9)


def test_bad_luck_does_not_hit_every_step():
    steps = [("form", 1, 2, 9), ("mail", 1, 2, 9), ("page", 1, 2, 9), ("tests", 1, 2, 9)]
    assert estimate_range(steps) == (6, 18)


def test_low_is_rounded_down_and_high_is_rounded_up():
    assert estimate_range([("form", 2, 5, 8), ("mail", 1, 4, 7)]) == (6, 12)


def test_what_is_expected_of_a_step_may_have_a_fraction():
    assert estimate_range([("form", 1, 2, 4)]) == (1, 4)
    assert estimate_range([("form", 1, 2, 4), ("mail", 1, 2, 4), ("page", 1, 2, 4)]) == (4, 9)


def test_low_is_never_less_than_all_best_cases():
    assert estimate_range([("form", 10, 10, 40)]) == (10, 25)


def test_high_is_never_more_than_all_worst_cases():
    assert estimate_range([("form", 10, 40, 40)]) == (25, 40)


def test_a_step_that_is_sure_has_no_range():
    assert estimate_range([("mail", 4, 4, 4)]) == (4, 4)


def test_no_steps_take_no_time():
    assert estimate_range([]) == (0, 0)


def test_the_hours_are_whole_numbers():
    low, high = estimate_range([("form", 2, 4, 12)])
    assert type(low) is int
    assert type(high) is int


def test_a_best_case_that_is_worse_than_the_likely_one_is_an_error():
    with pytest.raises(ValueError, match="form"):
        estimate_range([("form", 5, 4, 12)])


def test_a_likely_case_that_is_worse_than_the_worst_one_is_an_error():
    with pytest.raises(ValueError, match="mail"):
        estimate_range([("form", 1, 2, 3), ("mail", 3, 6, 5)])


def test_all_best_cases_and_all_worst_cases_are_added_up():
    assert estimate_range([("form", 3, 3, 20), ("mail", 3, 3, 20)])[0] == 6
    assert estimate_range([("form", 3, 20, 20), ("mail", 3, 20, 20)])[1] == 40
