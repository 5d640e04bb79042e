"""The names of tests in plain words, without what pytest makes up for a case."""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Sequence

from course.checking.calls_in_tests import reader_of
from course.model import Exercise

_DIGITS = "0123456789"
_ESCAPED = re.compile(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U000[0-9a-f]{5})")
"""How pytest writes a character such as `é`."""


def plain_names(exercise: Exercise, expected: Sequence[str]) -> dict[str, str]:
    """The name of each expected test by its id: `test_unknown_sku[A-1]` is "unknown sku (A-1)".

    Of a value that is no plain text pytest says `fields2`: the parameter and an index. That means
    nothing to who reads it, so such a case has its number instead.
    """
    parts = {part for identity in expected for part in _parts(identity)}
    doubtful = any(part[:1].isidentifier() and part[-1] in _DIGITS for part in parts)
    parameters = _parameters(exercise) if doubtful else frozenset()
    cases: dict[str, int] = {}
    names = {}
    for identity in expected:
        test = identity.partition("[")[0]
        cases[test] = cases.get(test, 0) + 1
        names[identity] = _name(identity, cases[test], parameters)
    return names


def _name(identity: str, number: int, parameters: Container[str]) -> str:
    name = identity.partition("[")[0].rpartition("::")[2]
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    words = re.sub(r"^test", "", words, flags=re.IGNORECASE).replace("_", " ").strip() or name
    parts = _parts(identity)
    spoken = [part for part in parts if not _is_made_up(part, parameters)]
    case = _ESCAPED.sub(_character, "-".join(spoken))
    if len(spoken) < len(parts):
        case += f", case {number}" if case else f"case {number}"
    return f"{words} ({case})" if parts else words


def _parts(identity: str) -> list[str]:
    """What pytest says of each value of a case; a value with a dash comes in pieces."""
    _, bracket, case = identity.partition("[")
    return case.removesuffix("]").split("-") if bracket else []


def _character(escaped: re.Match[str]) -> str:
    character = chr(int(escaped.group()[2:], 16))
    return character if character.isprintable() else escaped.group()


def _is_made_up(part: str, parameters: Container[str]) -> bool:
    shortest = len(part.rstrip(_DIGITS))
    return any(part[:end] in parameters for end in range(shortest, len(part)))


def _parameters(exercise: Exercise) -> frozenset[str]:
    """The names of the parameters and of the fixtures in an exercise's tests."""
    readers = (reader_of(path, exercise.module_name) for path in exercise.test_files)
    nodes = (node for reader in readers if reader for node in ast.walk(reader.tree))
    return frozenset(
        node.arg if isinstance(node, ast.arg) else node.name
        for node in nodes
        if isinstance(node, ast.arg | ast.FunctionDef | ast.AsyncFunctionDef)
    )
