"""Runs a program of the learner's own as Python would, and notes the exception that ends it.

`python own_program.py REPORT KIND TARGET ARGUMENTS...`, where KIND is `file` (a folder or a zip
file with a `__main__.py`, too) or `module`. The program sees nothing of this: it is `__main__`, has
its own arguments, its folder comes first on `sys.path`, and its traceback begins with itself. What
describes an exception is loaded once there is one, so that until then the same modules are loaded
as by Python alone. Standard library only; it is a program by itself, in whatever Python runs it.
"""

from __future__ import annotations

import builtins
import importlib.machinery
import os
import runpy
import sys
import types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .value_text import OwnFolder

_REPORT, _KIND, _TARGET = sys.argv[1:4]
_FOREIGN = ("site-packages", "dist-packages")


def main() -> None:
    """Become the program."""
    folder = _prepare()
    sys.excepthook = lambda _kind, error, traceback: _ended(error, traceback, folder)
    module = types.ModuleType("__main__")
    module.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = module
    if _KIND == "module":
        runpy._run_module_as_main(_TARGET)  # type: ignore[attr-defined]
    elif not os.path.isfile(_TARGET) or _is_zip(_TARGET):
        runpy._run_module_as_main("__main__", False)  # type: ignore[attr-defined]
    else:
        path = os.path.abspath(_TARGET)
        module.__file__ = path
        module.__loader__ = importlib.machinery.SourceFileLoader("__main__", path)
        # Some Pythons give these, and some do not any more: as it is with this file.
        given: dict[str, object] = {"__annotations__": {}, "__cached__": None}
        module.__dict__.update({name: given[name] for name in given if name in globals()})
        with open(path, "rb") as file:
            source = file.read()
        exec(compile(source, path, "exec", dont_inherit=True), module.__dict__)  # noqa: S102


def _prepare() -> str:
    """Arguments and path as Python sets them; returns the folder of the program's own files."""
    first = os.getcwd()
    if _KIND == "file":
        real = os.path.realpath(_TARGET)
        first = os.path.dirname(real) if os.path.isfile(real) and not _is_zip(real) else _TARGET
    sys.argv[:] = [_TARGET, *sys.argv[4:]]
    if _KIND == "module":
        sys.argv[0] = "-m"  # until the module is found, as in Python
    is_safe = getattr(sys.flags, "safe_path", False)
    if not is_safe:
        del sys.path[0]  # the folder of this file
    if not is_safe or first == _TARGET:
        sys.path.insert(0, first)
    return os.path.abspath(first)


def _is_zip(path: str) -> bool:
    with open(path, "rb") as file:
        return file.read(4) == b"PK\x03\x04"


def _ended(error: BaseException, traceback: types.TracebackType | None, folder: str) -> None:
    """Show the traceback as Python would, and note what it is about."""
    while traceback is not None and traceback.tb_frame.f_code.co_filename == __file__:
        traceback = traceback.tb_next
    error.__traceback__ = traceback
    sys.__excepthook__(type(error), error, traceback)
    if isinstance(error, KeyboardInterrupt):
        return  # Python ends by that signal, unless something else is run now
    try:
        text = _described(error, folder)
        with open(_REPORT, "w", encoding="utf-8") as file:
            file.write(text)
    except Exception:  # noqa: S110 - then there is the traceback, as in Python
        pass


def _described(error: BaseException, folder: str) -> str:
    """The exception as JSON, with the frames of the files in `folder`.

    Modules of the program may have the names of Python's own: those are put aside meanwhile.
    """
    own = os.path.join(folder, "")
    hidden = {
        name: module
        for name, module in list(sys.modules.items())
        if str(getattr(module, "__file__", None) or "").startswith(own)
    }
    path = list(sys.path)
    for name in hidden:
        del sys.modules[name]
    sys.path[:] = [place for place in path if os.path.abspath(place) != folder]
    try:
        import json

        file = getattr(error, "filename", None) if isinstance(error, SyntaxError) else None
        broken = file[len(own) :] if isinstance(file, str) and file.startswith(own) else ""
        noted = {"folder": folder, "exception": _home(own).exception(error), "broken": broken}
        return json.dumps(noted, default=vars)
    finally:
        sys.path[:] = path
        sys.modules.update(hidden)


def _home(own: str) -> OwnFolder:
    """What describes exceptions: of the course that this file belongs to, under another name."""
    from importlib import import_module
    from importlib.util import module_from_spec, spec_from_file_location

    name, here = "_course_worker", os.path.dirname(os.path.abspath(__file__))
    spec = spec_from_file_location(
        name, os.path.join(here, "__init__.py"), submodule_search_locations=[here]
    )
    assert spec is not None  # noqa: S101 - the file is there
    sys.modules[name] = module_from_spec(spec)
    files: type[OwnFolder] = import_module(f"{name}.value_text").OwnFolder

    class OwnFiles(files):  # type: ignore[valid-type, misc]
        """The program's files, without the libraries that lie in its folder."""

        def owns(self, code: types.CodeType) -> bool:
            file = code.co_filename
            return super().owns(code) and not any(part in file for part in _FOREIGN)

    return OwnFiles(own[:-1])


main()
