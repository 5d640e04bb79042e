from enum import Enum

import pytest
from ticket_priority import Priority, by_priority, priority_of, raised


def test_there_are_four_priorities_in_order():
    assert [one.name for one in Priority] == ["LOW", "NORMAL", "HIGH", "URGENT"]


def test_priority_is_an_enum():
    assert issubclass(Priority, Enum)


@pytest.mark.parametrize("name", ["low", "normal", "high", "urgent"])
def test_a_word_finds_its_priority(name):
    assert priority_of(name) is Priority[name.upper()]


def test_capital_letters_do_not_matter():
    assert priority_of("High") is Priority.HIGH


def test_spaces_around_the_word_do_not_matter():
    assert priority_of("  urgent ") is Priority.URGENT


@pytest.mark.parametrize("text", ["hihg", "", "very high", "h igh", "4", "1", "hi", "urgently"])
def test_another_text_is_an_error(text):
    with pytest.raises(ValueError):
        priority_of(text)


def test_the_error_names_the_text_and_what_there_is():
    with pytest.raises(ValueError) as caught:
        priority_of("hihg")
    message = str(caught.value)
    assert "hihg" in message
    assert "low, normal, high, urgent" in message


def test_the_error_has_the_text_as_it_came():
    with pytest.raises(ValueError) as caught:
        priority_of(" Very High")
    assert " Very High" in str(caught.value)


def test_a_raised_priority_is_the_next_higher():
    assert raised(Priority.LOW) is Priority.NORMAL
    assert raised(Priority.NORMAL) is Priority.HIGH
    assert raised(Priority.HIGH) is Priority.URGENT


def test_urgent_stays_urgent():
    assert raised(Priority.URGENT) is Priority.URGENT


def test_the_most_urgent_ticket_comes_first():
    tickets = [("a", Priority.NORMAL), ("b", Priority.URGENT), ("c", Priority.LOW)]
    assert [name for name, _ in by_priority(tickets)] == ["b", "a", "c"]


def test_tickets_of_the_same_priority_keep_their_order():
    tickets = [("z", Priority.LOW), ("y", Priority.HIGH), ("a", Priority.LOW), ("b", Priority.HIGH)]
    assert [name for name, _ in by_priority(tickets)] == ["y", "b", "z", "a"]


def test_the_pairs_stay_pairs():
    assert by_priority([("a", Priority.LOW)]) == [("a", Priority.LOW)]


def test_the_callers_list_stays_as_it_was():
    tickets = [("a", Priority.LOW), ("b", Priority.HIGH)]
    by_priority(tickets)
    assert tickets == [("a", Priority.LOW), ("b", Priority.HIGH)]


def test_capital_letters_anywhere_do_not_matter():
    assert priority_of("uRgEnT") is Priority.URGENT


def test_twenty_tickets_stay_twenty_even_if_they_are_alike():
    tickets = [("Shop is down", Priority.URGENT)] * 20
    assert by_priority(tickets) == tickets
