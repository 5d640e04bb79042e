import itertools

import pytest

from chunks import chunks


def endless():
    for number in itertools.count(1):
        if number == 1000:
            raise AssertionError("this stream has no end, and 1000 items of it were read at once")
        yield number


def test_cuts_a_list_into_pairs():
    assert list(chunks([1, 2, 3, 4], 2)) == [[1, 2], [3, 4]]


def test_the_last_piece_may_be_shorter():
    assert list(chunks([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]


def test_a_size_of_one_gives_single_items():
    assert list(chunks(["P-1", "P-2"], 1)) == [["P-1"], ["P-2"]]


def test_fewer_items_than_the_size_give_one_piece():
    assert list(chunks([1, 2], 10)) == [[1, 2]]


def test_nothing_gives_no_piece():
    assert list(chunks([], 3)) == []


def test_takes_an_iterator():
    assert list(chunks(iter("abcde"), 3)) == [["a", "b", "c"], ["d", "e"]]


def test_a_piece_comes_before_the_stream_ends():
    pieces = chunks(endless(), 3)
    assert next(pieces) == [1, 2, 3]
    assert next(pieces) == [4, 5, 6]


def test_reads_no_further_than_the_piece():
    items = iter([1, 2, 3, 4])
    assert next(chunks(items, 2)) == [1, 2]
    assert next(items) == 3


def test_a_piece_does_not_change_afterwards():
    pieces = chunks([1, 2, 3, 4], 2)
    first = next(pieces)
    next(pieces)
    assert first == [1, 2]


@pytest.mark.parametrize("size", [0, -1])
def test_a_size_below_one_is_an_error(size):
    with pytest.raises(ValueError):
        next(chunks([1], size))


def test_keeps_items_that_count_as_false():
    assert list(chunks([0, None, "", 4, None], 3)) == [[0, None, ""], [4, None]]


@pytest.mark.parametrize("size", [0, -1])
def test_a_size_below_one_is_an_error_without_items_too(size):
    with pytest.raises(ValueError):
        next(chunks([], size))


def test_an_error_waits_until_a_piece_is_asked_for():
    pieces = chunks([1], 0)
    with pytest.raises(ValueError):
        next(pieces)


def test_a_long_stream_is_cut_to_its_end():
    assert list(chunks(range(20), 1)) == [[number] for number in range(20)]
