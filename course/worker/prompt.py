"""A Python that goes on: it loads the learner's code, then runs what is entered, block by block.

After the code and after every block goes `prompts`: what there is by then. An interruption raises
`KeyboardInterrupt` in what runs; nothing else ends it but its deadline and `exit()`.
"""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import linecache
import os
import signal
import sys
import traceback
import types
from collections.abc import Callable
from itertools import islice

from .channel import Channel, Output, TooMuchOutput
from .limits import PROMPT_CHARACTERS, PROMPT_LINES, PROMPT_VALUE
from .live import live_input
from .program import FILE
from .protocol import ExceptionSaid, Job, Prompts, ValueSaid
from .value_text import Namespace, OwnFolder, safe_repr, type_name
from .watch import Watchdog

_MOST_VALUES = 30
_CALLABLE = (types.FunctionType, types.BuiltinFunctionType, type)


def run_prompt(
    job: Job,
    replies: int,
    channel: Channel,
    output: Output,
    own: OwnFolder,
    watchdog: Watchdog,
    arm: Callable[[], None],
) -> None:
    """Until `exit()`. Blocks come in on the descriptor `replies`; `arm` gives each its time."""
    output.bound(PROMPT_CHARACTERS, PROMPT_LINES)
    prompt = _Prompt(job["module"], channel, output, own, watchdog)
    stdin = live_input(replies, channel, output, watchdog)
    sys.stdin = stdin
    sys.argv = [""]
    more = prompt.run(prompt.load)
    number = 0
    while more:
        block = stdin.parent.blocks.get()
        arm()
        entered, number = (block, number), number + 1
        more = prompt.run(lambda it=entered: prompt.enter(*it))  # type: ignore[misc]


class _Prompt:
    """The names that there are, and how what is entered changes them."""

    def __init__(
        self, module: str, channel: Channel, output: Output, own: OwnFolder, watchdog: Watchdog
    ) -> None:
        self._module = module
        self._channel = channel
        self._output = output
        self._own = own
        self._watchdog = watchdog
        self._folder = os.getcwd()
        self._is_busy = False
        self._names: Namespace = {}
        self._new_names("__main__")
        sys.displayhook = self._show
        signal.signal(signal.SIGINT, self._interrupted)

    def _new_names(self, name: str) -> None:
        module = types.ModuleType(name)
        module.__builtins__ = __builtins__  # type: ignore[attr-defined]
        sys.modules[name] = module
        self._names = module.__dict__

    def _interrupted(self, *_: object) -> None:
        if self._is_busy:
            raise KeyboardInterrupt

    def load(self) -> None:
        """Run the learner's file; its names are there, all that it had when it failed."""
        if os.path.isdir(os.path.join(self._folder, self._module)):
            self._names[self._module] = importlib.import_module(self._module)
            return
        name = FILE if self._module == "__main__" else f"{self._module}.py"
        path = os.path.join(self._folder, name)
        self._new_names(self._module)
        self._names["__file__"] = path
        with open(path, "rb") as file:
            source = file.read()
        with contextlib.suppress(SystemExit):  # it is over, and what it has made is there
            exec(compile(source, path, "exec", dont_inherit=True), self._names)  # noqa: S102

    def enter(self, block: str, number: int) -> None:
        """Run a block as a prompt does: the value of every expression is shown."""
        path = os.path.join(self._folder, f"<python-input-{number}>")
        lines = [f"{line}\n" for line in block.split("\n")]
        linecache.cache[path] = (len(block), None, lines, path)
        for statement in ast.parse(block, path).body:
            code = compile(ast.Interactive([statement]), path, "single", dont_inherit=True)
            exec(code, self._names)  # noqa: S102

    def run(self, work: Callable[[], None]) -> bool:
        """Do it and say what there is then; False where it was `exit()`."""
        exception: ExceptionSaid | None = None
        self._output.forget()
        try:
            self._is_busy = True
            try:
                work()
            finally:
                self._is_busy = False
        except SystemExit:
            return False
        except BaseException as error:
            exception = self._own.exception(error)
            self._tell(error)
        self._output.flush()
        self._watchdog.rest()
        values, defined = self._values()
        self._channel.send(Prompts(self._output.bytes_sent, values, defined, exception))
        return True

    def _show(self, value: object) -> None:
        """What the value of an expression looks like; `_` is that value then."""
        if value is None:
            return
        builtins._ = None  # type: ignore[attr-defined]
        text = repr(value)
        if len(text) > PROMPT_VALUE:
            text = f"{text[:PROMPT_VALUE]} ... ({len(text):,} characters)"
        self._output.write(f"{text}\n")
        builtins._ = value  # type: ignore[attr-defined]

    def _tell(self, error: BaseException) -> None:
        """Print an exception as Python does, from the learner's own frames on."""
        self._output.forget()
        if isinstance(error, TooMuchOutput):
            return
        trace = error.__traceback__
        while trace is not None and not self._own.owns(trace.tb_frame.f_code):
            trace = trace.tb_next
        try:
            if trace is None:  # Python could not read it
                lines = traceback.format_exception_only(error)
            else:
                report = traceback.TracebackException(type(error), error, trace)
                report.stack[:] = [it for it in report.stack if it.filename != __file__]
                lines = list(report.format())
            self._output.errors_side.write("".join(lines))
        except BaseException:  # a learner's __str__, or words without an end
            self._output.forget()
            self._output.errors_side.write(f"{type_name(error)}\n")

    def _values(self) -> tuple[tuple[ValueSaid, ...], tuple[str, ...]]:
        """The variables, those last made first, and the names of functions and classes."""
        values: list[ValueSaid] = []
        defined: list[str] = []
        for name, value in reversed(list(self._names.items())):
            if name.startswith("__") or type(value) is types.ModuleType:
                continue
            if type(value) in _CALLABLE or isinstance(value, type):
                defined.append(name)
            elif len(values) < _MOST_VALUES:
                values.append(ValueSaid(name, type_name(value), safe_repr(value)))
        return tuple(values), tuple(islice(defined, _MOST_VALUES))
