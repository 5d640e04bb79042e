import random

import roll_dice


def test_shows_two_dice_and_their_sum():
    random.seed(11)
    first, plus, second, equals, total = roll_dice.roll_dice().split(" ")
    assert plus + equals == "+="
    assert int(first) + int(second) == int(total)


def test_the_first_die_has_six_sides():
    random.seed(12)
    first_dice = sorted({roll_dice.roll_dice().split()[0] for _ in range(300)})
    assert first_dice == ["1", "2", "3", "4", "5", "6"]


def test_the_second_die_has_six_sides():
    random.seed(13)
    second_dice = sorted({roll_dice.roll_dice().split()[2] for _ in range(300)})
    assert second_dice == ["1", "2", "3", "4", "5", "6"]


def test_the_sum_is_always_right():
    random.seed(14)
    for _ in range(100):
        first, _plus, second, _equals, total = roll_dice.roll_dice().split(" ")
        assert int(total) == int(first) + int(second)


def test_each_die_is_rolled_on_its_own():
    random.seed(15)
    rolls = [roll_dice.roll_dice().split() for _ in range(300)]
    different_pairs = len({(roll[0], roll[2]) for roll in rolls})
    assert different_pairs > 30


def test_seven_is_the_most_frequent_sum():
    random.seed(16)
    sums = [roll_dice.roll_dice().split()[4] for _ in range(1800)]
    sevens = sums.count("7")
    assert 220 < sevens < 380
