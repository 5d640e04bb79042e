"""Values as bounded text, and the learner's own frames."""

from __future__ import annotations

import linecache
import opcode
import os
import re
import sys
import types
from collections import Counter, OrderedDict, defaultdict, deque
from datetime import date, datetime, timedelta
from datetime import time as dtime
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from pathlib import Path, PurePath
from typing import Any, Literal

from .channel import TooMuchOutput
from .protocol import ExceptionSaid, FrameSaid

Namespace = dict[str, Any]
"""The names of running code and their values, which are whatever the code makes them."""

SHORT = 60
LONG = 4_000
_ITEMS = 6
_PLAIN = (int, float, str, bytes, bool, complex, type(None))
_LIMITS: dict[type, Literal["output", "memory"]] = {
    TooMuchOutput: "output",
    MemoryError: "memory",
}
_RAISE = opcode.opmap["RAISE_VARARGS"]
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
# Immutable, and their `repr` says it all, is short and runs nobody else's code.
SPEAKING: frozenset[type] = frozenset(
    (range, date, datetime, dtime, timedelta, Decimal, Fraction, type(Path()), type(PurePath()))
)
_MAPPINGS = (Counter, defaultdict, OrderedDict)
_BRACKETS: dict[type, tuple[str, str]] = {
    list: ("[", "]"),
    tuple: ("(", ")"),
    set: ("{", "}"),
    frozenset: ("frozenset({", "})"),
}


def safe_repr(value: Any, depth: int = 2, items: int = _ITEMS, width: int = SHORT) -> str:
    """A short text of `value` that runs none of the learner's code, whatever its type is.

    Only exact built-in types are looked into; an instance of another class is `<Account>`,
    with its plain attributes where it has a `__dict__`.
    """
    kind = type(value)
    if kind is int and value.bit_length() > 400:
        return f"<a number of {value.bit_length()} bits>"
    if kind in _PLAIN:
        return _plain(value, width)
    if kind in _BRACKETS:
        return _collection(value, kind, depth, items, width)
    if kind is dict:
        return _mapping(value, depth, items, width)
    if kind in SPEAKING:
        return repr(value)[: 2 * width]
    if kind is deque:
        return f"deque({_collection(value, list, depth, items, width)})"
    if kind in _MAPPINGS:
        return f"{kind.__name__}({_mapping(value, depth, items, width)})"
    return _instance(value, kind, depth, items, width)


def _plain(value: Any, width: int) -> str:
    if isinstance(value, (str, bytes)) and len(value) > width:
        half = width // 2
        return repr(value[:half]) + " ... " + repr(value[-half // 2 :])
    return repr(value)


def _collection(value: Any, kind: type, depth: int, items: int, width: int) -> str:
    opening, closing = _BRACKETS[kind]
    if not value and kind in (set, frozenset):
        return f"{kind.__name__}()"
    if depth <= 0:
        return f"{opening}...{closing}" if value else opening + closing
    try:
        head = list(islice(value, items))
    except RuntimeError:  # a set that another thread changes
        return f"<{kind.__name__}>"
    texts = [safe_repr(item, depth - 1, items, width) for item in head]
    if kind in (set, frozenset):
        texts.sort()
    if len(value) > items:
        texts.append("...")
    inner = ", ".join(texts) + ("," if kind is tuple and len(value) == 1 else "")
    size = f" ({len(value)} items)" if len(value) > items else ""
    return f"{opening}{inner}{closing}{size}"


def _mapping(value: dict[Any, Any], depth: int, items: int, width: int) -> str:
    if depth <= 0:
        return "{...}" if value else "{}"
    try:
        head = list(islice(dict.items(value), items))
    except RuntimeError:
        return "<dict>"
    texts = [
        f"{safe_repr(key, 1, items, width)}: {safe_repr(item, depth - 1, items, width)}"
        for key, item in head
    ]
    if len(value) > items:
        texts.append("...")
    size = f" ({len(value)} items)" if len(value) > items else ""
    return "{" + ", ".join(texts) + "}" + size


def _instance(value: Any, kind: type, depth: int, items: int, width: int) -> str:
    name = type.__getattribute__(kind, "__name__")
    if kind is types.FunctionType:
        return f"<function {value.__name__}>"
    if kind is type:
        return f"<class {value.__name__}>"
    if kind is types.ModuleType:
        return f"<module {value.__name__}>"
    inside = depth > 0 and not from_a_library(kind)
    try:
        attributes = object.__getattribute__(value, "__dict__") if inside else None
    except (AttributeError, TypeError):
        attributes = None
    if type(attributes) is dict and attributes and not issubclass(kind, type):
        inner = ", ".join(
            f"{key}={safe_repr(item, depth - 1, items, width)}"
            for key, item in list(islice(attributes.items(), items))
            if isinstance(key, str)
        )
        return f"{name}({inner})"
    return f"<{name}>"


def from_a_library(kind: type) -> bool:
    """Whether a class is not the learner's own: what it keeps inside means nothing to them."""
    name = type.__getattribute__(kind, "__module__")
    root = name.partition(".")[0] if isinstance(name, str) else ""
    if root == "__main__":
        return False
    if root in sys.stdlib_module_names:
        return True
    path = getattr(sys.modules.get(root), "__file__", None)
    return isinstance(path, str) and "-packages" in path


def describe(value: Any) -> str:
    """The `repr` of a value in a report, at most `LONG` characters.

    It calls the learner's own `__repr__`: only inside the time limit of a test.
    """
    kind = type(value)
    if kind in _BRACKETS or kind is dict:
        if len(value) > 300:
            return safe_repr(value, 3, 30, 200)[:LONG]
        if kind in (set, frozenset) and value:
            return _collection(value, kind, 4, 300, LONG)[:LONG]
    elif kind in (str, bytes) and len(value) > LONG:
        return _plain(value, LONG - 20)
    try:
        text = without_addresses(repr(value))
        return text if len(text) <= LONG else text[:LONG] + " ..."
    except Exception:  # a learner's __repr__, or a number too long to print
        return safe_repr(value)


def without_addresses(text: str) -> str:
    """A text without ` at 0x7f...`, which differs from run to run."""
    return _ADDRESS.sub("", text)


def type_name(value: Any) -> str:
    """The name of a value's type, as the learner would write it."""
    return str(type.__getattribute__(type(value), "__name__"))


def variables(namespace: Namespace, most: int = 20) -> dict[str, str]:
    """The names a learner would call variables, with short texts; no modules, no dunders."""
    texts: dict[str, str] = {}
    for name, value in list(namespace.items()):
        if name.startswith(("__", "@")) or isinstance(value, (types.ModuleType, type)):
            continue
        if type(value) in (types.FunctionType, types.BuiltinFunctionType):
            continue
        texts[name] = safe_repr(value)
        if len(texts) == most:
            break
    return texts


class OwnFolder:
    """The folder of the learner's own files, to tell their frames from all others."""

    def __init__(self, folder: str) -> None:
        self._prefix = os.path.join(folder, "")

    def owns(self, code: types.CodeType) -> bool:
        """Whether this code was compiled from one of the learner's files."""
        return code.co_filename.startswith(self._prefix)

    def name(self, code: types.CodeType) -> str:
        """The name of the learner's file that this code was compiled from."""
        return code.co_filename[len(self._prefix) :].replace(os.sep, "/")

    def frames(self, traceback: types.TracebackType | None, most: int = 12) -> list[FrameSaid]:
        """The learner's frames an exception passed through, outermost first."""
        frames = []
        while traceback is not None:
            frame = traceback.tb_frame
            if self.owns(frame.f_code):
                frames.append(self.frame(frame, traceback.tb_lineno))
            traceback = traceback.tb_next
        return frames if len(frames) <= most else frames[:2] + frames[2 - most :]

    def frame(self, frame: types.FrameType, line: int) -> FrameSaid:
        """One frame as it goes into a report."""
        path = frame.f_code.co_filename
        return FrameSaid(
            file=path[len(self._prefix) :],
            line=line,
            function="" if frame.f_code.co_name == "<module>" else frame.f_code.co_name,
            code=linecache.getline(path, line).strip()[:200],
            variables=variables(frame.f_locals, 12),
        )

    def exception(self, error: BaseException) -> ExceptionSaid:
        """An exception as it goes into a report; its words cannot fail."""
        try:
            message = str(error)[:2_000]
        except Exception:  # a learner's __str__
            message = ""
        frames = self.frames(error.__traceback__)
        path = getattr(error, "filename", None)
        if isinstance(error, SyntaxError) and isinstance(path, str) and self._has(path):
            message = str(error.msg)
            code = (error.text or "").strip()[:200]
            file = path[len(self._prefix) :]
            frames = frames or [FrameSaid(file, error.lineno or 1, "", code, {})]
        limit = None if self._raised_by_hand(error) else _LIMITS.get(type(error))
        return ExceptionSaid(type_name(error), message, tuple(frames), limit)

    def _raised_by_hand(self, error: BaseException) -> bool:
        """Whether a `raise` in the learner's own code made it, so that no limit was reached."""
        traceback = error.__traceback__
        while traceback is not None and traceback.tb_next is not None:
            traceback = traceback.tb_next
        if traceback is None or not self.owns(traceback.tb_frame.f_code):
            return False
        return traceback.tb_frame.f_code.co_code[traceback.tb_lasti] == _RAISE

    def _has(self, path: str) -> bool:
        return path.startswith(self._prefix)
