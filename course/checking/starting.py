"""How the processes beside the app are started.

Imports next to nothing: a single check starts its worker before it knows what else it needs.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys

from course import bytecode, search_path
from course.checking.environment import environment

_FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# `_course` is the course without its `__init__`, so that only `worker` is loaded, and under a name
# that no module of a learner's has. Nothing made while it loads is garbage.
BOOT = (
    "import gc,sys,types;gc.disable();p=types.ModuleType('_course');p.__path__=[{folder!r}];"
    "sys.modules['_course']=p;sys.path[:]={paths!r};{first}"
    "from _course.worker.{module} import main;gc.freeze();gc.enable();main(sys.argv[1:])"
)
_ahead: list[subprocess.Popen[bytes]] = []


def command(module: str) -> list[str]:
    """The arguments after the executable that start a worker (`main`) or the `supervisor`."""
    kept, paths = bytecode.folder(), search_path.of_learners()
    first = f"from _course.bytecode import keep;keep('_course',{kept!r});" if kept else ""
    if module == "main":
        first += "from _course.worker.lean import import_pytest;import_pytest();"
    boot = BOOT.format(folder=_FOLDER, paths=paths, first=first, module=module)
    return ["-s", "-P", "-X", "utf8", "-c", boot]


def executable() -> str:
    """The interpreter; on Windows not the venv's, which is a parent of the real one."""
    base: str = getattr(sys, "_base_executable", sys.executable)
    return base if sys.platform == "win32" else sys.executable


def arguments_of_worker(rehearse: bool) -> list[str]:
    """How a worker that is started for itself is started; then it is told its place."""
    return [executable(), *command("main"), "once" if rehearse else "now"]


def prepare_check(arguments: list[str]) -> None:
    """For `course check` of one exercise: its worker loads from here on, beside this process.

    Not on Windows, where the pipes to it would have to be made by the event loop. A process that
    ends so soon collects no garbage.
    """
    with_value = ("--exercise", "--allow")
    before = ["", *arguments]
    named = [
        word
        for word, option in zip(arguments, before, strict=False)
        if not word.startswith("-") and option not in with_value
    ]
    if len(named) > 1 or "--help" in arguments:
        return
    gc.disable()
    if sys.platform != "win32":
        _ahead.append(
            subprocess.Popen(
                arguments_of_worker(rehearse=False),
                env=environment("0"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                start_new_session=True,
            )
        )


def started_ahead() -> subprocess.Popen[bytes] | None:
    """The worker that was started ahead, for whoever asks first."""
    return _ahead.pop() if _ahead else None
