"""A decorator's inner function, which Python blames by the name of what it stands for."""

from __future__ import annotations

import ast

import pytest

from course.explaining.syntax_tree import functions_of
from course.explaining.wrappers import (
    lacks_parameters,
    named_by_wraps,
    returns_nothing,
    wrapper_of,
)

PLAIN = """
from functools import wraps

def guarded(view):
    @wraps(view)
    def inner(*args, **kwargs):
        view(*args, **kwargs)
    return inner

def times(number):
    def decorate(function):
        def inner(name):
            return function(name) * number
        return inner
    return decorate

@guarded
def page(number):
    return number

@times(2)
def shout(name, loud=True):
    return name

@print
def other():
    return 1
"""
TREE = ast.parse(PLAIN)
FUNCTIONS = functions_of(TREE)


@pytest.mark.parametrize(("name", "line"), [("page", 6), ("shout", 12), ("other", None)])
def test_the_function_that_is_called_instead(name: str, line: int | None) -> None:
    wrapper = wrapper_of(FUNCTIONS[name], TREE)
    assert (wrapper.lineno if wrapper else None) == line


def test_what_it_does_not_take_and_does_not_return() -> None:
    page, shout = wrapper_of(FUNCTIONS["page"], TREE), wrapper_of(FUNCTIONS["shout"], TREE)
    assert lacks_parameters(page, "page") is None
    assert lacks_parameters(None, "page") is None
    assert lacks_parameters(shout, "shout") == (
        "`inner` on line 12 takes the place of `shout`, and is called with what `shout` is called "
        "with. It takes only `name`."
    )
    assert (returns_nothing(page), returns_nothing(shout)) == (True, False)


def test_the_one_that_has_the_name_of_another() -> None:
    found = named_by_wraps(TREE)
    assert found is not None
    assert found.lineno == 6
    assert named_by_wraps(ast.parse(PLAIN + PLAIN)) is None
