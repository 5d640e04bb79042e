import count_vowels


def test_counts_lowercase_vowels():
    assert count_vowels.count_vowels("biscuit") == 3


def test_counts_uppercase_vowels():
    assert count_vowels.count_vowels("AEIOU") == 5


def test_counts_every_time_it_occurs():
    assert count_vowels.count_vowels("banana") == 3
    assert count_vowels.count_vowels("bookkeeper") == 5
    assert count_vowels.count_vowels("internationalisation, a biscuit") == 14


def test_spaces_and_digits_are_not_vowels():
    assert count_vowels.count_vowels("tea at 4") == 3
    assert count_vowels.count_vowels("no, why?") == 1


def test_a_word_without_vowels():
    assert count_vowels.count_vowels("rhythm") == 0


def test_an_empty_string_has_no_vowels():
    assert count_vowels.count_vowels("") == 0
