import pytest

from shopping_list_bot.shopping import ShoppingList
from shopping_list_bot.storage import Storage


@pytest.fixture
def start(tmp_path):
    """Opens the same file each time it is called, as a program does when it starts."""
    opened = []

    def open_file():
        opened.append(Storage(tmp_path / "shopping.db"))
        return opened[-1]

    yield open_file
    for storage in opened:
        storage.close()


def texts(storage):
    return [(answer.chat_id, answer.text) for answer in storage.unsent()]


def test_a_new_storage_knows_nothing(start):
    storage = start()
    assert storage.list_of(1) == ShoppingList()
    assert storage.offset() == 0
    assert storage.unsent() == []
    storage.close()


def test_what_was_recorded_is_there_after_a_restart(start):
    first = start()
    first.record(501, 1, ShoppingList({"tea": 1, "milk": 2}), "Added: tea, 2 milk.")
    first.close()
    second = start()
    assert list(second.list_of(1).quantities.items()) == [("tea", 1), ("milk", 2)]
    assert second.offset() == 502
    assert texts(second) == [(1, "Added: tea, 2 milk.")]


def test_it_is_there_even_if_the_program_was_never_ended_properly(start):
    first = start()
    first.record(501, 1, ShoppingList({"milk": 2}), "Added: 2 milk.")
    first.record(502, 1, ShoppingList({"tea": 1}), "Added: tea.")
    first.sent(first.unsent()[0])
    first.pass_over(503)
    after_power_cut = start()
    assert after_power_cut.list_of(1).quantities == {"tea": 1}
    assert after_power_cut.offset() == 504
    assert texts(after_power_cut) == [(1, "Added: tea.")]


def test_each_chat_has_its_own_list(start):
    storage = start()
    storage.record(501, 1, ShoppingList({"milk": 2}), "one")
    storage.record(502, -200, ShoppingList({"milk": 5, "salt": 1}), "two")
    storage.record(503, 1, ShoppingList({"milk": 3}), "three")
    assert storage.list_of(1).quantities == {"milk": 3}
    assert storage.list_of(-200).quantities == {"milk": 5, "salt": 1}
    assert storage.list_of(3).quantities == {}


def test_what_left_the_list_leaves_the_storage(start):
    storage = start()
    storage.record(501, 1, ShoppingList({"milk": 2, "tea": 1}), "Added")
    storage.record(502, 1, ShoppingList({"tea": 1}), "Bought")
    storage.record(503, 1, ShoppingList({"tea": 1, "milk": 1}), "Added")
    assert list(storage.list_of(1).quantities) == ["tea", "milk"]


def test_a_list_in_hand_changes_nothing_before_it_is_recorded(start):
    storage = start()
    storage.record(501, 1, ShoppingList({"milk": 2}), "Added: 2 milk.")
    storage.list_of(1).quantities.clear()
    assert storage.list_of(1).quantities == {"milk": 2}


def test_answers_are_unsent_until_they_are_sent_oldest_first(start):
    storage = start()
    for number, text in enumerate(["one", "two", "two", "three"]):
        storage.record(501 + number, number % 2, ShoppingList(), text)
    assert texts(storage) == [(0, "one"), (1, "two"), (0, "two"), (1, "three")]
    storage.sent(storage.unsent()[1])
    assert texts(storage) == [(0, "one"), (0, "two"), (1, "three")]


def test_two_answers_of_the_same_words_are_two_answers(start):
    storage = start()
    for number in (501, 502):
        storage.record(number, 1, ShoppingList(), "The list is empty.")
    storage.sent(storage.unsent()[0])
    assert texts(storage) == [(1, "The list is empty.")]


def test_an_update_without_answer_is_dealt_with_as_well(start):
    storage = start()
    storage.record(501, 1, ShoppingList({"milk": 2}), "Added: 2 milk.")
    storage.pass_over(502)
    assert storage.offset() == 503
    assert storage.list_of(1).quantities == {"milk": 2}
    assert texts(storage) == [(1, "Added: 2 milk.")]


def test_an_update_is_kept_whole_or_not_at_all(start):
    storage = start()
    storage.record(501, 1, ShoppingList({"milk": 2}), "Added: 2 milk.")
    cannot_be_stored = ShoppingList({"tea": 1, "salt": (number for number in ())})
    with pytest.raises(Exception):
        storage.record(502, 1, cannot_be_stored, "Added: tea.")
    with pytest.raises(Exception):
        storage.record(503, 1, ShoppingList({"tea": 1}), (letter for letter in ()))
    for one in (storage, start()):
        assert one.list_of(1).quantities == {"milk": 2}
        assert one.offset() == 502
        assert texts(one) == [(1, "Added: 2 milk.")]
