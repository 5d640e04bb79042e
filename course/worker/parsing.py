"""Source as a syntax tree, in a process in which a learner's code has run."""

from __future__ import annotations

import ast
import gc
from typing import Any


def parsed(source: str | bytes, path: str = "<unknown>", mode: str = "exec") -> Any:
    """`ast.parse`, while nothing is collected; raises what it raises.

    What is collected may log an exception, as a task does whose error nobody has taken. To show
    where it came from, Python 3.11 parses a line, and a parse within another one makes that fail:
    "AST constructor recursion depth mismatch".
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return ast.parse(source, path, mode)
    finally:
        if collects:
            gc.enable()
