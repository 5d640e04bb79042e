import random
from datetime import datetime

from password_reset_token import ALPHABET, is_valid, new_token

NINE = datetime(2026, 3, 2, 9, 0)


def take_from(letters):
    """A `choose` that gives these letters one after the other."""
    left = list(letters)
    return lambda alphabet: left.pop(0)


def test_each_character_is_chosen():
    assert new_token(4, take_from("TEA2")) == "TEA2"


def test_twelve_characters_unless_told_otherwise():
    assert new_token(choose=take_from("ABCDEFGHJKMNP")) == "ABCDEFGHJKMN"


def test_choose_gets_the_whole_alphabet():
    asked = []

    def choose(letters):
        asked.append(letters)
        return "A"

    new_token(2, choose)
    assert asked == [ALPHABET, ALPHABET]


def test_the_alphabet_has_no_characters_that_look_alike():
    assert ALPHABET == "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def test_a_token_of_length_0_is_empty():
    assert new_token(0) == ""


def test_without_choose_there_are_twelve_characters_of_the_alphabet():
    token = new_token()
    assert len(token) == 12
    assert set(token) <= set(ALPHABET)


def test_two_tokens_are_not_the_same():
    assert new_token() != new_token()


def test_nobody_can_guess_the_token_from_a_seed():
    random.seed(7)
    first = new_token()
    random.seed(7)
    assert new_token() != first


def test_the_right_code_is_valid():
    assert is_valid("TEA2", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is True


def test_another_code_is_not():
    assert is_valid("TEA3", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is False


def test_a_part_of_the_code_is_not():
    assert is_valid("TEA", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is False


def test_more_than_the_code_is_not():
    assert is_valid("TEA22", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is False


def test_spaces_inside_are_not_ignored():
    assert is_valid("TE A2", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is False


def test_lowercase_counts_as_uppercase():
    assert is_valid("tea2", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is True


def test_spaces_around_are_ignored():
    assert is_valid(" TEA2\n", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is True


def test_letters_with_accents_are_not_valid():
    assert is_valid("téa2", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is False


def test_nothing_typed_is_not_valid():
    assert is_valid("", "TEA2", NINE, datetime(2026, 3, 2, 9, 5)) is False


def test_the_code_is_good_at_once():
    assert is_valid("TEA2", "TEA2", NINE, NINE) is True


def test_one_second_before_half_an_hour_it_is_still_good():
    assert is_valid("TEA2", "TEA2", NINE, datetime(2026, 3, 2, 9, 29, 59)) is True


def test_after_exactly_half_an_hour_it_is_not():
    assert is_valid("TEA2", "TEA2", NINE, datetime(2026, 3, 2, 9, 30)) is False


def test_a_day_later_it_is_not():
    assert is_valid("TEA2", "TEA2", NINE, datetime(2026, 3, 3, 9, 10)) is False


def test_before_it_was_made_it_is_not():
    assert is_valid("TEA2", "TEA2", NINE, datetime(2026, 3, 2, 8, 59, 59)) is False
