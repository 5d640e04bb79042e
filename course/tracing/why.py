"""Why a name has its value at a step: the steps that made it, back from the recording.

A value is made by an assignment and by what changes its object afterwards; the line that did it
read other names, whose values were made before, and so on. All of it is taken from what was
recorded and from the text of the lines; nothing runs again.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from course.tracing.step_words import what_happens

if TYPE_CHECKING:
    from course.tracing.trace import Trace

GIVEN_BACK = ""
"""The name of what a function gives back."""

_MOST_CAUSES = 24
_MOST_CHANGES = 5
_DEEPEST = 6
_MOST_READ = 5
_LONGEST = 60


class Asked(Struct, frozen=True):
    """A value that can be asked about: a name in a function, or what the function gives back.

    `frame` is the number of the call; `sign` tells whether the value is new or has changed.
    """

    frame: int
    function: str
    name: str
    value: str
    changed: bool = False


class Cause(Struct, frozen=True):
    """A step that had a part in a value. `index` is where its line is about to run.

    `read` are the names the line used, with their values; `depth` is 0 for what made the value
    itself, 1 for what made the values that were read for it, and so on.
    """

    index: int
    words: str
    code: str
    read: tuple[tuple[str, str], ...]
    depth: int


class _Change(Struct, frozen=True):
    """A name has another value or object from the step `index` on."""

    index: int
    text: str
    identity: int


def values_at(trace: Trace, index: int) -> list[Asked]:
    """What can be asked about at a step: what is given back, then the names, innermost first."""
    step = trace[index]
    values = []
    if step.event == "return" and step.function and step.value:
        values.append(Asked(step.frames[0].number, step.function, GIVEN_BACK, step.value, True))
    values += [
        Asked(frame.number, frame.function, one.name, one.value, one.changed)
        for frame in step.frames
        for one in frame.variables or ()
    ]
    return values


def why(trace: Trace, index: int, asked: Asked) -> tuple[Cause, ...]:
    """The steps that made a value as it is at a step: the newest first, each before what it read.

    Empty where they were not recorded.
    """
    search = _Search(trace)
    if asked.name == GIVEN_BACK:
        search.add_return(index, 0)
    else:
        search.add_name(asked.frame, asked.name, index, 0)
    return tuple(search.causes[:_MOST_CAUSES])


class _Search:
    """One way back through a recording."""

    def __init__(self, trace: Trace) -> None:
        self.causes: list[Cause] = []
        self._trace = trace
        self._steps = trace.recording.steps
        self._seen: set[tuple[int, int, str]] = set()
        self._changes = _changes(trace)

    # ------------------------------------------------------------ what made it

    def add_name(self, frame: int, name: str, until: int, depth: int) -> None:
        """Add what made the value that a name of a frame has at the step `until`."""
        changes = [it for it in self._changes.get((frame, name), ()) if it.index <= until]
        later: list[_Change] = []
        while changes:
            change = changes.pop()
            later.append(change)
            is_mutated = changes and change.identity and changes[-1].identity == change.identity
            if not is_mutated:
                break
        if not later:
            return
        for at, change in enumerate((*later[:_MOST_CHANGES], *later[_MOST_CHANGES:][-1:])):
            last = at == min(len(later) - 1, _MOST_CHANGES)
            self._add_change(frame, name, change, depth, is_mutation=not last)

    def _add_change(
        self, frame: int, name: str, change: _Change, depth: int, *, is_mutation: bool
    ) -> None:
        if (change.index, frame, name) in self._seen or self._is_enough(depth):
            return
        self._seen.add((change.index, frame, name))
        step = self._steps[change.index]
        value = _short(change.text)
        if change.index and self._steps[change.index - 1].number != step.number - 1:
            words = f"{name} becomes {value} in steps that are left out"
            self.causes.append(Cause(change.index, words, "", (), depth))
            return
        if step.event == "call" and self._frame(change.index) == frame:
            self._add_argument(name, value, change.index, depth)
            return
        runs = self._running(change.index)
        line = self._line_before(change.index, runs)
        if line is None:
            return
        where = what_happens(self._trace[line]).words.removesuffix(" runs next")
        verb = f"changes {name} to" if is_mutation else f"gives {name} the value"
        # Of an object's own changes the one before is told anyway.
        known = name if is_mutation and runs == frame else ""
        self._add(line, f"{where} {verb} {value}", runs, line, depth, known=known)
        if not is_mutation:
            for at in self._returns_between(line, change.index, runs):
                self.add_return(at, depth + 1)

    def _add_argument(self, name: str, value: str, index: int, depth: int) -> None:
        """A parameter has its value from the call."""
        step = self._trace[index]
        words = f"{step.function or 'The program'} is called with {name} = {value}"
        if len(step.frames) == 1:
            self.causes.append(Cause(index, words, self._trace.call_at(index), (), depth))
            return
        caller = step.frames[1].number
        line = self._line_before(index, caller)
        if line is not None:
            only = _Argument(self._trace.source_at(step), step.line, name)
            self._add(line, words, caller, line, depth, only=only)

    def add_return(self, index: int, depth: int) -> None:
        """Add what a function gives back at the step `index`, and what that was made of."""
        step = self._trace[index]
        if (index, 0, GIVEN_BACK) in self._seen or self._is_enough(depth):
            return
        self._seen.add((index, 0, GIVEN_BACK))
        words = f"{step.function} gives back {_short(step.value)}"
        frame = self._frame(index)
        line = self._line_before(index, frame)
        self._add(index, words, frame, index, depth)
        for at in self._returns_between(line or index, index, frame):
            self.add_return(at, depth + 1)

    def _add(
        self,
        index: int,
        words: str,
        frame: int,
        at: int,
        depth: int,
        only: _Argument | None = None,
        known: str = "",
    ) -> None:
        """Add a cause, then what made the values that its line read."""
        step = self._trace[at]
        source = self._trace.source_at(step)
        values = self._values(at, frame)
        names = [it for it in _names_read(source, step.line, only) if it in values]
        read = tuple((name, _short(values[name])) for name in names[:_MOST_READ])
        lines = source.split("\n")
        code = lines[step.line - 1].strip() if step.line <= len(lines) else ""
        self.causes.append(Cause(index, words, code, read, depth))
        for name, _ in read:
            if name == known:
                continue
            self.add_name(frame, name, at, depth + 1)

    # ------------------------------------------------------------ where things are

    def _is_enough(self, depth: int) -> bool:
        return depth > _DEEPEST or len(self.causes) >= _MOST_CAUSES

    def _frame(self, index: int) -> int:
        """The number of the call that a step happens in."""
        return self._trace.recording.snapshots[self._steps[index].snapshots[0]].frame

    def _running(self, index: int) -> int:
        """The call whose line ran just before a step."""
        if index == 0 or self._steps[index - 1].event in ("return", "leave", "pause"):
            return self._frame(index)
        return self._frame(index - 1)

    def _line_before(self, index: int, frame: int) -> int | None:
        """The newest step before this one at which a line of a call was about to run."""
        for at in range(index - 1, -1, -1):
            if self._steps[at].event == "line" and self._frame(at) == frame:
                return at
        return None

    def _returns_between(self, first: int, last: int, frame: int) -> list[int]:
        """Where functions that a line called gave something back, the newest first."""
        snapshots = self._trace.recording.snapshots
        return [
            at
            for at in range(last - 1, first, -1)
            if self._steps[at].event == "return"
            and len(self._steps[at].snapshots) > 1
            and snapshots[self._steps[at].snapshots[1]].frame == frame
            and self._trace[at].value not in ("", "None")
        ]

    def _values(self, index: int, number: int) -> dict[str, str]:
        """The names of a call and their values at a step."""
        for frame in self._trace[index].frames:
            if frame.number == number:
                return {one.name: one.value for one in frame.variables or ()}
        return {}


def _changes(trace: Trace) -> dict[tuple[int, str], list[_Change]]:
    """Every change of every name, by its call and itself, the oldest first."""
    changes: defaultdict[tuple[int, str], list[_Change]] = defaultdict(list)
    for index in range(len(trace)):
        for number, snapshot in trace.news(index).items():
            for name, (text, identity) in snapshot.changed.items():
                changes[number, name].append(_Change(index, trace.texts[text], identity))
    return changes


# ------------------------------------------------------------ what a line reads


class _Argument(Struct, frozen=True):
    """A parameter of the function that is defined at a line of a source."""

    source: str
    line: int
    name: str


def _names_read(source: str, line: int, only: _Argument | None) -> list[str]:
    """The names whose values a line uses, in order; with `only` for one argument of a call."""
    statement = _statement_at(source, line)
    if statement is None:
        return []
    parts = _parts(statement)
    if only is not None:
        parts = _argument(parts, only)
    places = [
        (node.lineno, node.col_offset, node.id)
        for part in parts
        for node in ast.walk(part)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    ]
    if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
        places.append((statement.lineno, 0, statement.target.id))
    return list(dict.fromkeys(name for _, _, name in sorted(places)))


@lru_cache(maxsize=8)
def _tree(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _statement_at(source: str, line: int) -> ast.stmt | None:
    """The innermost statement that a line is part of."""
    tree = _tree(source)
    around = [
        node
        for node in (ast.walk(tree) if tree is not None else ())
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    return max(around, key=lambda node: (node.lineno, -(node.end_lineno or 0)), default=None)


def _parts(statement: ast.stmt) -> list[ast.AST]:
    """What of a statement runs with its line: of a loop or a branch only its head."""
    match statement:
        case ast.For() | ast.AsyncFor():
            return [statement.iter]
        case ast.While() | ast.If():
            return [statement.test]
        case ast.With() | ast.AsyncWith():
            return [item.context_expr for item in statement.items]
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef() | ast.Try():
            return []
        case ast.Match():
            return [statement.subject]
    return [statement]


def _argument(parts: list[ast.AST], wanted: _Argument) -> list[ast.AST]:
    """The expression that becomes a parameter; all of it where that cannot be told."""
    function = _statement_at(wanted.source, wanted.line)
    if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
        return parts
    names = [it.arg for it in (*function.args.posonlyargs, *function.args.args)]
    calls = [
        node
        for part in parts
        for node in ast.walk(part)
        if isinstance(node, ast.Call) and _called(node) == function.name
    ]
    if len(calls) != 1 or any(isinstance(it, ast.Starred) for it in calls[0].args):
        return parts
    [call] = calls
    for keyword in call.keywords:
        if keyword.arg in (wanted.name, None):
            return [keyword.value]
    if wanted.name not in names:
        return parts
    given: list[ast.expr] = [*call.args]
    if isinstance(call.func, ast.Attribute) and names[:1] in (["self"], ["cls"]):
        given.insert(0, call.func.value)
    at = names.index(wanted.name)
    return [given[at]] if at < len(given) else []  # its default


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


# ------------------------------------------------------------ in words


def asked_words(asked: Asked) -> str:
    """`total is 7`, `double gives back 4`."""
    if asked.name == GIVEN_BACK:
        return f"{asked.function} gives back {_short(asked.value)}"
    return f"{asked.name} is {_short(asked.value)}"


def read_words(cause: Cause) -> str:
    """`from total = 3, price = 4`: what the line of a step read, or nothing."""
    read = ", ".join(f"{name} = {value}" for name, value in cause.read)
    return f"from {read}" if read else ""


def cause_words(cause: Cause) -> str:
    """What the step did, and what its line read for it."""
    return ", ".join(filter(None, (cause.words, read_words(cause))))
