"""Values, lists and types as they stand in a sentence."""

from __future__ import annotations

import pytest

from course.checking.words import a_type, code, listed, on_line, short, value, values_listed


def test_a_long_text_loses_its_middle_and_its_lines() -> None:
    assert short("a\n  b") == "a b"
    assert short("a  b") == "a  b"
    assert short("x" * 60) == "x" * 60
    assert short("a" * 61 + "z") == "a" * 40 + " … " + "a" * 14 + "z"


def test_code_is_safe_with_backticks_and_never_nothing() -> None:
    assert code("x = 1") == "`x = 1`"
    assert code("a `b`") == "`` a `b` ``"
    assert code("") == "an empty text"
    assert code("  ") == "`  `"
    assert value("it's") == '`"it\'s"`'


def test_lists_in_words() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
    assert values_listed([1, "b"]) == "`1` and `'b'`"
    assert values_listed([1, 2, 3, 4]) == "`1`, `2`, `3` and `4`"
    assert values_listed([1, 2, 3, 4, 5, 6]) == "`1`, `2`, `3`, `4` and 2 more"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("str", "a string"),
        ("NoneType", "`None`"),
        ("Parcel", "a `Parcel`"),
        ("Order", "an `Order`"),
        ("", "something"),
        (None, "something"),
    ],
)
def test_a_type_in_words(name: str | None, words: str) -> None:
    assert a_type(name) == words


@pytest.mark.parametrize("made", [map(str, []), filter(None, []), zip(), enumerate([])])
def test_an_iterator_is_called_by_what_makes_it(made: object) -> None:
    name = type(made).__name__
    assert a_type(name) == f"{'an' if name[0] == 'e' else 'a'} `{name}` object"


@pytest.mark.parametrize("turned", [reversed([]), reversed(())])
def test_whatever_was_turned_round_is_called_so(turned: object) -> None:
    assert a_type(type(turned).__name__) == "a `reversed` object"


@pytest.mark.parametrize(
    ("part", "words"),
    [({}.keys(), "the keys"), ({}.values(), "the values"), ({}.items(), "the items")],
)
def test_a_part_of_a_dict_is_called_so(part: object, words: str) -> None:
    name = type(part).__name__
    assert a_type(name) == f"{words} of a dict (a `{name}` object)"


def test_a_place_inside_a_sentence() -> None:
    assert on_line(4, "return total") == "line 4, `return total`,"
    assert on_line(4, "") == "line 4"
    assert on_line(None, "return total") == ""


async def _waits() -> None: ...


_COROUTINE = _waits()
_COROUTINE.close()


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ("", "a string"),
        (1, "a whole number"),
        (1.5, "a number with a decimal point"),
        (True, "`True` or `False`"),
        ([], "a list"),
        ((), "a tuple"),
        ({}, "a dict"),
        (set(), "a set"),
        (frozenset(), "a frozenset"),
        (None, "`None`"),
        ((it for it in ()), "a generator"),
        (lambda: 1, "a function"),
        (_COROUTINE.send, "a function"),
        (pytest.Pytester.run.__get__(1), "a method"),
        (len, "a function"),
        (str.upper, "a function"),
        (object.__eq__, "a function"),
        (b"", "bytes"),
        (range(1), "a `range`"),
        (_COROUTINE, "a coroutine"),
        (int, "a class"),
    ],
)
def test_the_words_of_every_kind_of_value(made: object, words: str) -> None:
    assert a_type(type(made).__name__) == words


def test_what_is_short_enough_is_shown_in_full() -> None:
    assert values_listed(["x" * 28]) == f"`'{'x' * 28}'`"
    assert values_listed(["x" * 29]) == f"`'{'x' * 19} … {'x' * 7}'`"
    assert values_listed([1, 2, 3], most=2) == "`1`, `2` and 1 more"
    assert code("x" * 11, 10) == "`xxxxxx … xxx`"
    assert value("x" * 11, 10) == "`'xxxxx … xx'`"
