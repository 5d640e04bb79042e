"""An exercise's rules, checked on the syntax tree: what a submission must use and must not."""

from __future__ import annotations

import ast
import warnings

from course.catalogue.constructs import constructs
from course.model import Diagnosis, Exercise

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
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
    if not rules.must_use and not rules.must_avoid and not rules.locked:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            used = constructs(source)
            changed = changed_parts(exercise.starter, source, rules.locked)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    sentences = [
        Diagnosis("rule", _avoided(name, used[name], exercise), name=name, line=used[name])
        for name in rules.must_avoid
        if name in used
    ]
    sentences.extend(
        Diagnosis("rule", _locked(name), name=f"locked:{name}", line=line)
        for name, line in changed.items()
    )
    sentences.extend(
        Diagnosis("rule", _wanted(name, exercise), name=name)
        for name in rules.must_use
        if name not in used
    )
    return tuple(sentences)


def changed_parts(starter: str, source: str, locked: tuple[str, ...]) -> dict[str, int | None]:
    """The locked names whose parts are not what the starter has, each with a line of the source."""
    given, parts = _parts(starter), _parts(source)
    changed: dict[str, int | None] = {}
    for name in locked:
        mine = parts.get(name, [])
        if [ast.dump(node) for node in mine] != [ast.dump(node) for node in given.get(name, [])]:
            changed[name] = mine[-1].lineno if mine else None
    return changed


def _parts(source: str) -> dict[str, list[ast.stmt]]:
    """Every statement that binds, changes or deletes a name, or an attribute of it, by the name."""
    parts: dict[str, list[ast.stmt]] = {}
    waiting: list[ast.stmt] = list(ast.parse(source).body)
    while waiting:
        node = waiting.pop(0)
        bound: set[str] = set()
        if isinstance(node, _Definition):
            bound.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            bound |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        bound |= _stored_roots(node)
        for name in bound:
            parts.setdefault(name, []).append(node)
    return parts


def _stored_roots(node: ast.stmt) -> set[str]:
    """The names below which a statement stores or deletes: `Archive` in `Archive.rows[0] = 1`."""
    roots: set[str] = set()
    for child in ast.walk(node):
        if isinstance(child, ast.Global):
            roots |= set(child.names)
        if isinstance(child, _Definition) and not isinstance(node, _Definition):
            roots.add(child.name)
        if not isinstance(getattr(child, "ctx", None), ast.Store | ast.Del):
            continue
        local = isinstance(child, ast.Name) and isinstance(node, _Definition)
        while isinstance(child, ast.Attribute | ast.Subscript):
            child = child.value
        if isinstance(child, ast.Name) and not local:
            roots.add(child.id)
    return roots


def _locked(name: str) -> str:
    return (
        f"`{name}` is given with this exercise and stays as it is. Put it back as the starter has "
        "it, and change the other parts."
    )


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
        sentence = f"line {line} calls {in_words(name)}."
    elif prefix == "import":
        sentence = f"line {line} imports `{rest}`."
    else:
        sentence = f"line {line} uses {in_words(name)}."
    return f"{_start(exercise)} {sentence} Find a way without it."


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
