"""Nothing is decided by searching sentences that the course itself has written.

What other programs say is searched where there is no other way: Python's messages about code, the
YAML reader's and msgspec's about files, the C-level traceback. Those places are named here, so that
a new one is thought about.
"""

from __future__ import annotations

import ast
from fnmatch import fnmatch
from pathlib import Path

import pytest

import course

COURSE = Path(course.__file__).parent
FILES = [file.relative_to(COURSE).as_posix() for file in sorted(COURSE.rglob("*.py"))]
OF_OTHERS = {
    "authoring/gate/claims.py": "words of SQL",
    "authoring/gate/diffs.py": "lines of a diff",
    "authoring/gate/lessons.py": "the first line of a traceback",
    "catalogue/documents.py": "what msgspec says of a file",
    "catalogue/yaml_words.py": "what the YAML reader says of a file",
    "checking/conversation.py": "a traceback of C",
    "explaining/known_by_words.py": "words of SQL",
    "explaining/call_cases.py": "what Python says of a missing name",
    "explaining/on_*.py": "what Python says of an exception",
    "explaining/unreadable/*": "what Python says of code that it cannot read",
    "ui/language_server.py": "what a language server says of a name",
}
SEARCHES = {
    "startswith", "endswith", "find", "index", "partition", "rpartition", "split", "rsplit",
    "removeprefix", "removesuffix", "count", "search", "match", "fullmatch",
}  # fmt: skip
OPERATORS = {"is not", "not in"}
"""Of Python, in two words: no sentences."""


def is_sentence(node: ast.AST) -> bool:
    """Whether it is a text of several words."""
    if isinstance(node, ast.Tuple):
        return any(map(is_sentence, node.elts))
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    if not is_text or node.value in OPERATORS:  # type: ignore[union-attr]
        return False
    return len(node.value.split()) > 1 and node.value[:1].isalpha()  # type: ignore[union-attr]


def searched(source: str) -> list[int]:
    """The lines in which a text is searched for several words, or compared with them."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if (isinstance(node, ast.Compare) and any(map(is_sentence, [node.left, *node.comparators])))
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in SEARCHES
            and any(map(is_sentence, node.args))
        )
    ]


def test_only_what_others_say_is_searched_for_words() -> None:
    ours = [file for file in FILES if not any(fnmatch(file, pattern) for pattern in OF_OTHERS)]
    lines = {file: searched((COURSE / file).read_text("utf-8")) for file in ours}
    assert {file: at for file, at in lines.items() if at} == {}


@pytest.mark.parametrize("pattern", OF_OTHERS)
def test_every_place_that_is_named_is_there(pattern: str) -> None:
    assert any(fnmatch(file, pattern) for file in FILES)


def test_the_rule_finds_what_it_is_for() -> None:
    assert searched('if "cannot be collected" in words: ...') == [1]
    assert searched('words.split("cannot be collected.")') == [1]
    assert searched('words == "not found"') == [1]
    assert searched('words in ("in", "not in the list")') == [1]
    assert searched('words.split(", ")\nkind == "output"') == []
    assert searched('operator in ("in", "not in")') == []


def test_exceptions_are_known_by_what_they_are_and_not_by_their_name() -> None:
    """A learner may call a class of theirs as the course calls its own."""
    for file in ("checking/verdict.py", "checking/program.py", "checking/probed.py"):
        tree = ast.parse((COURSE / file).read_text("utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
        assert not texts & {"TooMuchOutput", "MemoryError", "Unfinished"}
