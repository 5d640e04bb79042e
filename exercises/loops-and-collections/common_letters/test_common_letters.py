import common_letters


def test_letters_in_both_words():
    assert common_letters.common_letters("honey", "phone") == {"h", "o", "n", "e"}
    assert common_letters.common_letters("café", "crème brûlée") == {"c", "é"}


def test_uppercase_counts_as_the_same_letter():
    assert common_letters.common_letters("Tea", "mATE") == {"t", "e", "a"}


def test_nothing_in_common():
    assert common_letters.common_letters("mug", "tea") == set()


def test_an_empty_word_has_nothing_in_common():
    assert common_letters.common_letters("", "tea") == set()


def test_the_same_word_twice():
    assert common_letters.common_letters("cake", "cake") == {"c", "a", "k", "e"}


def test_long_words_may_have_many_letters_in_common():
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    assert common_letters.common_letters(alphabet, alphabet.upper()) == set(alphabet)
