import random

import pytest

from ab_test import ab_test


def p_value(a, b, rounds=400, seed=7):
    return ab_test(a, b, rounds, random.Random(seed))["p_value"]


def test_tells_the_rates_and_their_difference():
    result = ab_test([0, 0, 1, 0], [1, 0, 1, 1], 10, random.Random(7))
    assert (result["a"], result["b"], result["difference"]) == (0.25, 0.75, 0.5)


def test_the_difference_is_negative_when_b_is_worse():
    assert ab_test([1, 1], [0, 1, 0, 0], 10, random.Random(7))["difference"] == -0.75


def test_groups_that_are_equal_have_a_p_value_of_one():
    assert p_value([0, 1, 0, 1], [1, 0, 1, 0]) == 1


def test_where_nobody_ordered_the_p_value_is_one():
    assert p_value([0, 0, 0], [0, 0]) == 1


def test_a_huge_difference_has_the_smallest_p_value_there_is():
    assert p_value([0] * 30, [1] * 30, rounds=99) == pytest.approx(0.01)


def test_the_more_rounds_the_smaller_a_p_value_can_be():
    assert p_value([0] * 30, [1] * 30, rounds=399) == pytest.approx(1 / 400)


def test_without_any_shuffle_only_the_real_split_counts():
    assert p_value([0, 0], [1, 1], rounds=0) == 1


def test_a_worse_b_counts_like_a_better_one():
    assert p_value([1] * 30, [0] * 30, rounds=99) == pytest.approx(0.01)


def test_shuffles_in_both_directions_count():
    # Of the 20 ways to deal three ones and three zeros, 2 are this extreme.
    assert p_value([0, 0, 0], [1, 1, 1], rounds=2000) == pytest.approx(0.1, abs=0.025)


def test_groups_may_differ_in_size():
    # The only order comes to the only visitor of A in one of six deals.
    assert p_value([1], [0, 0, 0, 0, 0], rounds=2000) == pytest.approx(1 / 6, abs=0.03)


def test_a_difference_in_the_middle():
    # 34 of the 70 ways to deal are at least as far apart as one against three.
    assert p_value([0, 0, 1, 0], [1, 0, 1, 1], rounds=2000) == pytest.approx(34 / 70, abs=0.04)


def test_the_same_seed_gives_the_same_answer():
    a, b = [1] * 5 + [0] * 20, [1] * 9 + [0] * 16
    random.seed(1)
    first = p_value(a, b)
    random.seed(2)
    assert p_value(a, b) == first


def test_the_callers_lists_stay_as_they_were():
    a, b = [1, 0, 0], [1, 1, 0]
    result = ab_test(a, b, 20, random.Random(7))
    assert (a, b) == ([1, 0, 0], [1, 1, 0])
    assert 0 < result["p_value"] <= 1


def test_a_group_without_visitors_is_an_error():
    for a, b in [([], [1]), ([1], [])]:
        with pytest.raises(ValueError):
            ab_test(a, b, 10, random.Random(7))


def test_another_seed_is_another_chance():
    a, b = [0, 0, 1, 0, 1, 0, 0, 0], [1, 0, 1, 1, 0, 1, 0]
    assert len({p_value(a, b, seed=seed) for seed in range(6)}) > 1


def test_a_third_is_not_rounded():
    result = ab_test([0, 0, 1], [1, 1, 0], 10, random.Random(7))
    assert result["a"] == pytest.approx(1 / 3)
    assert result["b"] == pytest.approx(2 / 3)
    assert result["difference"] == pytest.approx(1 / 3)


def test_groups_without_an_order_have_rates_of_zero():
    result = ab_test([0, 0], [0, 0, 0], 10, random.Random(7))
    assert result == {"a": 0, "b": 0, "difference": 0, "p_value": 1}
