"""What a test compared, where that is not what the call gave back: an attribute, an item, a length.

`compared` of a failure has it as a learner may read it: without names that only the test knows.
"""

from __future__ import annotations

import ast
from collections.abc import Container

from .helper_calls import variable_for
from .learner_names import is_in
from .value_text import Namespace
from .written import BUILTIN_NAMES

PRINTED = "what was printed"
LATER = "a value that the test has afterwards"
_CAPTURED = ("readouterr", "getvalue")
_LONGEST = 200


def in_learners_words(
    text: str, call: str, namespace: Namespace, known: Container[str], module: str
) -> str | None:
    """An expression of a test as source, or in words where it names something of the test's.

    None where it is the call itself. An object of the learner's class is named after its class.
    """
    if text == call:
        return None
    if any(word in text for word in _CAPTURED):
        return PRINTED
    try:
        whole = ast.parse(text, mode="eval")
        named = {it.id for it in ast.walk(ast.parse(call)) if isinstance(it, ast.Name)}
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return LATER
    nodes = list(ast.walk(whole))
    named |= {it.arg for it in nodes if isinstance(it, ast.arg)}
    names = [it for it in nodes if isinstance(it, ast.Name)]
    named |= {it.id for it in names if isinstance(it.ctx, ast.Store)}
    is_made = any(isinstance(it, ast.Call) for it in nodes)
    for name in names:
        kind = type(namespace.get(name.id))
        if name.id in named or name.id in known or name.id in BUILTIN_NAMES:
            continue
        if not is_in(str(vars(kind).get("__module__")), module):
            return LATER
        name.id, is_made = variable_for(kind), True
    written = ast.unparse(whole)
    return written if is_made and len(written) <= _LONGEST else LATER
