"""An exercise's rules, checked on the syntax tree: what a submission must use and must not."""

from __future__ import annotations

import warnings

from course.catalogue.constructs import constructs
from course.model import Diagnosis, Exercise

_WORDS = {
    "for_loop": "a `for` loop",
    "while_loop": "a `while` loop",
    "loop": "a loop",
    "if": "an `if`",
    "elif": "an `elif`",
    "else": "an `else`",
    "ternary": "a conditional expression (`a if ... else b`)",
    "return": "a `return`",
    "def": "a function of your own (`def`)",
    "lambda": "a `lambda`",
    "nested_function": "a function inside a function",
    "recursion": "a function that calls itself",
    "class": "a class",
    "decorator": "a decorator",
    "yield": "`yield`",
    "await": "`await`",
    "async_def": "an `async def`",
    "async_for": "an `async for`",
    "async_with": "an `async with`",
    "with": "a `with` block",
    "try": "a `try`",
    "raise": "a `raise`",
    "f_string": "an f-string",
    "list_comprehension": "a list comprehension",
    "dict_comprehension": "a dict comprehension",
    "set_comprehension": "a set comprehension",
    "generator_expression": "a generator expression",
    "slice": "a slice",
    "index": "square brackets after a value",
    "star_args": "a `*` parameter",
    "keyword_argument": "a keyword argument",
    "default_parameter": "a parameter with a default",
    "keyword_only": "a keyword-only parameter",
    "annotation": "a type annotation",
    "match": "a `match`",
    "walrus": "a `:=`",
    "comparison_chain": "a chained comparison (`a < b < c`)",
    "tuple_unpacking": "several names on the left of one `=`",
    "star_unpacking": "a `*` before a value",
    "augmented_assignment": "an assignment like `+=`",
    "docstring": "a docstring",
    "global": "`global`",
    "nonlocal": "`nonlocal`",
    "import": "an `import`",
}
_TOPICS = {
    "for_loop": "`for` loops",
    "while_loop": "`while` loops",
    "loop": "loops",
    "recursion": "functions that call themselves",
    "list_comprehension": "list comprehensions",
    "dict_comprehension": "dict comprehensions",
    "if": "`if`",
    "f_string": "f-strings",
    "class": "classes",
    "slice": "slices",
    "generator_expression": "generator expressions",
    "yield": "generators",
    "with": "`with` blocks",
    "try": "exceptions",
    "lambda": "`lambda`",
    "def": "functions",
}


def broken_rules(exercise: Exercise, source: str) -> tuple[Diagnosis, ...]:
    """The rules a submission breaks, those it must avoid first; none where it does not parse."""
    rules = exercise.source.rules
    if not rules.must_use and not rules.must_avoid:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            used = constructs(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    told = [
        Diagnosis("rule", _avoided(name, used[name], exercise), name=name, line=used[name])
        for name in rules.must_avoid
        if name in used
    ]
    told.extend(
        Diagnosis("rule", _wanted(name, exercise), name=name)
        for name in rules.must_use
        if name not in used
    )
    return tuple(told)


def _wanted(name: str, exercise: Exercise) -> str:
    return f"{_start(exercise)} it asks for {in_words(name)}, and there is none in your code."


def _start(exercise: Exercise) -> str:
    topics = [
        _TOPICS[name]
        for name in (*exercise.source.rules.must_use, *exercise.source.practises)
        if name in _TOPICS
    ]
    return f"This exercise is about {topics[0]};" if topics else "This exercise has a rule:"


def _avoided(name: str, line: int, exercise: Exercise) -> str:
    prefix, _, rest = name.partition(":")
    if prefix in {"call", "method"}:
        told = f"line {line} calls {in_words(name)}."
    elif prefix == "import":
        told = f"line {line} imports `{rest}`."
    else:
        told = f"line {line} uses {in_words(name)}."
    return f"{_start(exercise)} {told} Find a way without it."


def in_words(name: str) -> str:
    """A construct in words: "a `for` loop", "`sorted`", "`.append`", "the operator `%`"."""
    prefix, colon, rest = name.partition(":")
    if not colon:
        return _WORDS.get(name, f"`{name.replace('_', ' ')}`")
    return {
        "call": f"`{rest}`",
        "method": f"`.{rest}`",
        "attr": f"`.{rest}`",
        "import": f"the module `{rest}`",
        "decorator": f"the decorator `@{rest}`",
        "raises": f"`raise {rest}`",
        "catches": f"`except {rest}`",
        "op": f"the operator `{rest}`",
        "literal": f"a {rest} written out",
    }.get(prefix, f"`{name}`")
