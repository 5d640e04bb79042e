import make_sentence
import pytest


def test_several_words():
    assert make_sentence.make_sentence("The", "van", "is", "late") == "The van is late."
    assert make_sentence.make_sentence("It", "will", "be", "here", "by", "six") == (
        "It will be here by six."
    )


def test_one_word():
    assert make_sentence.make_sentence("Late") == "Late."


def test_another_end():
    assert make_sentence.make_sentence("Where", "is", "it", end="?") == "Where is it?"
    assert make_sentence.make_sentence("What", "a", "day", end="!") == "What a day!"


def test_an_end_of_several_characters():
    assert make_sentence.make_sentence("Well", end="...") == "Well..."


def test_an_end_may_be_empty():
    assert make_sentence.make_sentence("Tea", "and", "mugs", end="") == "Tea and mugs"


def test_no_words_at_all():
    assert make_sentence.make_sentence() == ""


def test_no_words_but_an_end():
    assert make_sentence.make_sentence(end="?") == ""


def test_the_last_argument_without_a_name_is_a_word():
    assert make_sentence.make_sentence("Really", "?") == "Really ?."


def test_the_words_stay_as_they_are():
    assert make_sentence.make_sentence("ask", "Mei", "in", "Porto") == "ask Mei in Porto."
    assert make_sentence.make_sentence("Ask", "Mr.", "Lin", "Jr.") == "Ask Mr. Lin Jr.."


def test_a_word_may_come_twice():
    assert make_sentence.make_sentence("tea", "is", "always", "tea") == "tea is always tea."


def test_another_option_is_an_error():
    with pytest.raises(TypeError):
        make_sentence.make_sentence("Late", ending="!")
