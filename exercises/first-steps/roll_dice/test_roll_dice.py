import random

import roll_dice


def test_shows_two_dice_and_their_sum():
    random.seed(11)
    rolled = roll_dice.roll_dice()
    first, plus, second, equals, total = rolled.split(" ")
    assert plus + equals == "+="
    assert int(first) + int(second) == int(total)


def test_the_first_die_has_six_sides():
    random.seed(12)
    rolled = [roll_dice.roll_dice() for _ in range(300)]
    first_dice = sorted({text.split()[0] for text in rolled})
    assert first_dice == ["1", "2", "3", "4", "5", "6"]


def test_the_second_die_has_six_sides():
    random.seed(13)
    rolled = [roll_dice.roll_dice() for _ in range(300)]
    second_dice = sorted({text.split()[2] for text in rolled})
    assert second_dice == ["1", "2", "3", "4", "5", "6"]


def test_the_sum_is_always_right():
    random.seed(14)
    for _ in range(100):
        rolled = roll_dice.roll_dice()
        first, _plus, second, _equals, total = rolled.split(" ")
        assert int(total) == int(first) + int(second)


def test_each_die_is_rolled_on_its_own():
    random.seed(15)
    rolled = [roll_dice.roll_dice() for _ in range(300)]
    rolls = [text.split() for text in rolled]
    different_pairs = len({(roll[0], roll[2]) for roll in rolls})
    assert different_pairs > 30


def test_seven_is_the_most_frequent_sum():
    random.seed(16)
    rolled = [roll_dice.roll_dice() for _ in range(1800)]
    sums = [text.split()[4] for text in rolled]
    sevens = sums.count("7")
    assert 220 < sevens < 380
