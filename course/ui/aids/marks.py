"""What is wrong with code before it runs: what Python cannot read, names that nothing defines.

The compiler says which names a program looks up outside its functions, and where. Nothing runs.
"""

from __future__ import annotations

import builtins
import dis
import types
import warnings
from collections.abc import Iterator
from typing import NamedTuple

_LOOKED_UP = ("LOAD_NAME", "LOAD_GLOBAL", "LOAD_FROM_DICT_OR_GLOBALS")
_BOUND = ("STORE_NAME", "STORE_GLOBAL")
_OF_A_MODULE = "__name__ __file__ __doc__ __spec__ __loader__ __package__ __annotations__"
_KNOWN = frozenset({*dir(builtins), *_OF_A_MODULE.split(), "__conditional_annotations__"})
MOST = 100_000
"""Characters: a longer text is not looked at."""


class CodeMark(NamedTuple):
    """Columns from `start` to `end` of a row (from 0), and what is to be said about them."""

    row: int
    start: int
    end: int
    words: str


def marks(source: str, given: frozenset[str] = frozenset()) -> tuple[CodeMark, ...]:
    """What is wrong, in the order of the lines; `given` are names that are there besides."""
    if len(source) > MOST or not source.strip():
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(source, "<typed>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return (_unreadable(error, source),)
    except (ValueError, RecursionError, MemoryError, OverflowError):
        return ()
    lines = source.split("\n")
    unknown = {_mark(lines, name, place) for name, place in unknown_names(code, given)}
    return tuple(sorted(unknown))


def _unreadable(error: SyntaxError, source: str) -> CodeMark:
    lines = source.split("\n")
    row = min(max((error.lineno or 1) - 1, 0), len(lines) - 1)
    line = lines[row]
    start = min(max((error.offset or 1) - 1, 0), max(len(line) - 1, 0))
    is_one_line = error.end_lineno in (None, error.lineno)
    end = (error.end_offset or 0) - 1 if is_one_line else len(line)
    if end <= start:
        end = start + 1
    words = (error.msg or "Python cannot read this").partition(" (detected at")[0]
    return CodeMark(row, start, max(min(end, len(line)), start + 1), words)


def unknown_names(
    code: types.CodeType, given: frozenset[str] = frozenset()
) -> Iterator[tuple[str, dis.Positions]]:
    """Names that a module looks up and that neither it nor Python nor `given` defines."""
    read = [list(dis.get_instructions(one)) for one in _codes(code)]
    if any(_imports_all(it) for it in read[0]):
        return
    module = {it.argval for it in read[0] if it.opname in _BOUND}
    module |= {it.argval for one in read for it in one if it.opname == "STORE_GLOBAL"}
    for instructions in read:
        own = {it.argval for it in instructions if it.opname == "STORE_NAME"}
        for it in instructions:
            if it.opname not in _LOOKED_UP or it.positions is None:
                continue
            name = str(it.argval)
            if name not in _KNOWN and name not in module | own | given:
                yield name, it.positions


def _imports_all(it: dis.Instruction) -> bool:
    return "IMPORT_STAR" in (it.opname, str(it.argrepr).removeprefix("INTRINSIC_"))


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes(constant)


def _mark(lines: list[str], name: str, place: dis.Positions) -> CodeMark:
    row = max((place.lineno or 1) - 1, 0)
    start = len(lines[row].encode()[: place.col_offset or 0].decode(errors="ignore"))
    words = f"'{name}' is not defined"
    return CodeMark(row, start, start + len(name), words)
