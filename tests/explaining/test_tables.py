"""What stands in the tables of the explanations is there: a misspelt name would never be met."""

from __future__ import annotations

import asyncio
import builtins
import collections
import json
import os
import re
import sqlite3
import threading
import types
from collections.abc import Iterable
from dataclasses import FrozenInstanceError
from importlib import import_module
from pathlib import Path
from urllib.error import URLError

import pytest
import yaml

from course.catalogue.constructs import constructs
from course.explaining import (
    exception_scene,
    imports,
    inputs,
    known_by_words,
    on_attributes,
    on_contexts,
    on_exceptions,
    on_limits,
    on_lookups,
    on_names,
    on_not_refused,
    on_state,
    on_types,
    own_tests,
    repair,
    symptoms,
    syntax_tree,
    unusual,
    vocabulary,
    why_none,
)

LESSONS = Path(__file__).parents[2] / "lessons"
BUILTINS = set(dir(builtins))
CONTAINERS = {method for kind in (list, set, dict) for method in dir(kind)}
VALUES = ({}.keys(), {}.values(), {}.items(), reversed([]), str.title, "".title, [].__len__)
OF_OS = {f"os.{name}" for name in dir(os)}
TYPES = BUILTINS | {it.__name__ for it in vars(types).values() if isinstance(it, type)}
TYPES |= {type(it).__name__ for it in VALUES}
RAISED = (FrozenInstanceError, json.JSONDecodeError, re.error, URLError)
EXCEPTIONS = BUILTINS | set(dir(sqlite3)) | {it.__name__ for it in RAISED}
EXCEPTIONS |= {"PatternError", "error"}  # of `re`, after Python 3.13 and before

EVERY_DEED = """
import heapq, itertools, statistics
from math import prod
@wraps
def f(xs, ys):
    print(a * b ** c @ d / e // g % h - i, prod(xs), sub(x), divmod(x), mean(x), statistics.mean(x))
    ys.mean(), ys.write(), ys.print(), ys.append(), ys.info(), xs.sort(), xs.order_by(), min(xs)
    sorted(xs, key=1), max(xs), nlargest(xs), heapq.nlargest(xs), heapq.nsmallest(xs)
    xs.most_common(), heapq.heappush(xs), xs[1:2], slice(1), islice(1), itertools.islice(1)
    [x for x in xs], {x for x in xs}, {x: 1 for x in xs}, list(x for x in xs), f(xs)
    while x:
        raise ValueError(abort(exit(suppress())))
    for x in xs:
        assert x
    try:
        with x:
            pass
    except ValueError:
        pass
    try:
        pass
    except* ValueError:
        pass
async def g():
    async for x in xs:
        async with x:
            pass
"""


def names_of(*tables: Iterable[str]) -> set[str]:
    return {name for table in tables for name in table}


#  what they are names of, those in tables, all there are
NAMES: list[tuple[str, set[str], set[str]]] = [
    (
        "methods that change a list, a set or a dict",
        names_of(
            on_attributes._FIXED, syntax_tree.IN_PLACE, on_state._ADDING, why_none._OF_LISTS,
            (name.removeprefix(".") for name in on_lookups._ADDING),
        ),
        CONTAINERS,
    ),
    ("methods of a string", set(syntax_tree.GIVES_TEXT), set(dir(str))),
    ("what makes a container", set(on_state._MAKERS), BUILTINS | set(dir(collections))),
    ("locks of asyncio", set(on_contexts._LOCKS), set(dir(asyncio))),
    ("locks of threads", set(on_contexts._OF_THREADS.values()), set(dir(threading))),
    ("kinds of locks of threads", set(on_contexts._OF_THREADS), {*dir(threading), "lock"}),
    ("methods for `with`", names_of(*on_contexts._METHODS.values()), {
        *dir(asyncio.Lock), *dir(threading.Condition),
    }),
    (
        "types",
        names_of(
            on_types._CALLABLE, on_types._LAZY, on_attributes._CALLABLES, unusual.FUNCTIONS,
            on_attributes._OTHER_NAMES,
        ),
        TYPES,
    ),
    (
        "exceptions",
        names_of(
            on_exceptions._BY_TYPE, on_exceptions._TOLD_ANYHOW, inputs._OF_CODE,
            on_not_refused._ENDS, exception_scene._MAY_FAIL,
        ),
        EXCEPTIONS,
    ),
    ("what fails a test", set(own_tests._OF_A_TEST), {*BUILTINS, pytest.fail.Exception.__name__}),
    ("names of Python", set(on_names._OTHER_LANGUAGES.values()), BUILTINS),
    ("what ends a program", on_limits._EXITS, {*BUILTINS, "sys.exit", *OF_OS}),
    (
        "symptoms that are observed",
        names_of(
            symptoms.ONLY_VALUES, symptoms.SAYS_NOT_WHERE, symptoms._BEFORE_AN_EXCEPTION,
            symptoms._WHERE_A_TEST_STOPS,
        ),
        set(symptoms.OBSERVED),
    ),
    (
        "kinds of mends",
        names_of(repair.FITS_ANYTHING, repair.COARSE, repair.SLIPS, repair.WHOLE_STATEMENTS),
        set(repair.PLACES),
    ),
    (
        "constructs",
        names_of(*(shown for _, _, shown in known_by_words.DEEDS),
                 *(shown for _, shown in known_by_words.MENTIONED)),
        set(constructs(EVERY_DEED)),
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("names", "known"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES]
)
def test_the_names_are_known(names: set[str], known: set[str]) -> None:
    assert names <= known, names - known


def test_what_kinds_say_of_themselves() -> None:
    """One that puts in a whole statement says little, and no slip is among those."""
    assert repair.WHOLE_STATEMENTS < repair.COARSE
    assert not repair.COARSE & repair.SLIPS
    assert not repair.FITS_ANYTHING & repair.SLIPS


def test_a_name_is_in_the_module_that_it_is_said_to_be_from() -> None:
    for name, module in imports.WHERE.items():
        if module != "tkinter":  # which not every machine has
            assert hasattr(import_module(module), name), (module, name)


def test_another_name_is_one_that_the_type_has() -> None:
    for kind, names in on_attributes._OTHER_NAMES.items():
        there = set(dir(getattr(builtins, kind)))
        assert not there & set(names)
        assert {name for name in names.values() if name} <= there


def test_what_is_taught_early_is_in_the_course() -> None:
    modules = {folder.name.partition("-")[2]: folder for folder in LESSONS.glob("[0-9]*")}
    assert set(vocabulary.EARLY) <= set(modules)
    taught = yaml.safe_load((modules[vocabulary.EARLY[-1]] / "module.yaml").read_text("utf-8"))
    assert set(taught["concepts"]) >= vocabulary._WITH_TUPLES
