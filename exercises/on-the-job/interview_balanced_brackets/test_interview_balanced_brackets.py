import pytest

from interview_balanced_brackets import first_unbalanced


@pytest.mark.parametrize("text", ["()", "[]", "{}", "([{}])", "(a)[b]{c}", "order(lines[0], {2: 5})"])
def test_brackets_that_fit(text):
    assert first_unbalanced(text) is None


def test_a_text_without_brackets_fits():
    assert first_unbalanced("two mugs") is None


def test_an_empty_text_fits():
    assert first_unbalanced("") is None


def test_a_closing_bracket_of_another_kind_is_wrong():
    assert first_unbalanced("total(lines[0)]") == 13


@pytest.mark.parametrize("text", ["(]", "(}", "[)", "[}", "{)", "{]"])
def test_every_kind_must_be_closed_by_its_own(text):
    assert first_unbalanced(text) == 1


def test_a_closing_bracket_without_an_open_one_is_wrong():
    assert first_unbalanced("tea)") == 3


def test_a_closing_bracket_before_its_opening_one_is_wrong():
    assert first_unbalanced("a)(b") == 1


def test_a_bracket_that_stays_open_is_wrong():
    assert first_unbalanced("mug(2") == 3


def test_of_two_that_stay_open_the_newest_is_wrong():
    assert first_unbalanced("(a[b") == 2


def test_closed_ones_are_not_counted_as_open():
    assert first_unbalanced("((x)") == 0


def test_the_first_wrong_one_counts():
    assert first_unbalanced("(])}") == 1


def test_a_bracket_at_the_very_beginning():
    assert first_unbalanced("]") == 0


@pytest.mark.parametrize("text", ["2 < 3", "a -> b", "it's", '"tea', "\\"])
def test_other_characters_do_not_matter(text):
    assert first_unbalanced(text) is None
    assert first_unbalanced(f"({text})") is None


def test_brackets_between_quotes_count_like_all_others():
    assert first_unbalanced('say("(")') == 3
    assert first_unbalanced("'(' + ')'") is None


def test_spaces_and_lines_and_number_signs_do_not_matter():
    assert first_unbalanced("  # total\n  )  ") == 12
