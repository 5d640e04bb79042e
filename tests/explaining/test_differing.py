"""Where two values differ: the way into nested data, and the part of a long text that differs."""

from __future__ import annotations

from typing import Any

import pytest

from course.explaining.differing import difference, where_they_differ, windows

#  what came back, what is expected, the path, the two parts
NESTED: list[tuple[Any, Any, str, Any, Any]] = [
    ([1, 2], [1, 3], "[1]", 2, 3),
    ({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, "['a'][0]['b']", 1, 2),
    ([(1, 2)], [(1, 2, 3)], "[0]", (1, 2), (1, 2, 3)),
    ({"a": 1}, {"b": 1}, "", {"a": 1}, {"b": 1}),
    ([1], (1,), "", [1], (1,)),
    (1, 2, "", 1, 2),
]


@pytest.mark.parametrize(("got", "wanted", "path", "mine", "its"), NESTED)
def test_the_way_leads_as_deep_as_both_have_the_same_form(
    got: Any, wanted: Any, path: str, mine: Any, its: Any
) -> None:
    assert difference(got, wanted) == (path, mine, its)


def test_the_sentence_names_the_place_and_a_type_that_only_looks_right() -> None:
    said = where_they_differ([{"n": "3"}], [{"n": 3}])
    assert said.startswith(" They differ at `[0]['n']`: `'3'` instead of `3`.")
    assert said.endswith(" That is a string, and not a whole number.")
    assert where_they_differ(3, 4) == ""


def test_of_long_texts_both_parts_begin_before_the_difference() -> None:
    same = "tea and mugs, " * 9
    got, wanted = windows(f"{same}Porto{same}", f"{same}Faro{same}")
    assert "Porto" in got
    assert "Faro" in wanted
    assert got.startswith("`'…")
    assert len(got) < 80
    assert windows("Porto", "Faro") == ("`'Porto'`", "`'Faro'`")


def test_of_long_texts_what_is_left_out_is_marked_where_it_is() -> None:
    assert windows("x" * 68, "y" * 68) == (f"`'{'x' * 68}'`", f"`'{'y' * 68}'`")
    got, wanted = windows("b" + "a" * 80, "a" * 81)
    assert (got, wanted) == (f"`'b{'a' * 59}…'`", f"`'{'a' * 60}…'`")
    got, wanted = windows("a" * 100 + "b", "a" * 100)
    assert (got, wanted) == (f"`'…{'a' * 20}b'`", f"`'…{'a' * 20}'`")
    got, wanted = windows("a" * 20 + "b" * 60, "a" * 20 + "c" * 60)
    assert got == f"`'{'a' * 20}{'b' * 40}…'`"
    got, wanted = windows("a" * 21 + "b" * 59, "a" * 21 + "c" * 59)
    assert got == f"`'…{'a' * 20}{'b' * 40}…'`"


@pytest.mark.parametrize("text", ["x" * 69, "x" * 70, "line\n" * 13])
def test_a_difference_is_never_in_what_is_left_out(text: str) -> None:
    other = f"{text[:50]}!{text[51:]}"
    got, wanted = windows(text, other)
    assert got != wanted
    assert "!" in wanted
