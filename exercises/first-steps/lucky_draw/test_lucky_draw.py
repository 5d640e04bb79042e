import random

import lucky_draw


def wins(name, seed):
    """How often a name wins in 900 draws."""
    random.seed(seed)
    return sum(lucky_draw.lucky_draw("Mei", "Jonas", "Ines") == name for _ in range(900))


def test_the_winner_is_one_of_the_three():
    random.seed(21)
    assert lucky_draw.lucky_draw("Mei", "Jonas", "Ines") in ("Mei", "Jonas", "Ines")


def test_in_900_draws_there_is_always_a_winner():
    assert wins(None, 26) == 0


def test_other_names_can_win_too():
    random.seed(22)
    assert lucky_draw.lucky_draw("Amira", "Amira", "Amira") == "Amira"


def test_the_first_wins_about_300_times_in_900():
    first_wins = wins("Mei", 23)
    assert 220 < first_wins < 380


def test_the_second_wins_about_300_times_in_900():
    second_wins = wins("Jonas", 24)
    assert 220 < second_wins < 380


def test_the_third_wins_about_300_times_in_900():
    third_wins = wins("Ines", 25)
    assert 220 < third_wins < 380
