"""Where Python looks for modules: never in a folder that somebody happens to stand in.

The current folder, what `PYTHONPATH` names and the user's own packages may hold a `random.py`.
It is not run by the course, and a learner's code can neither import nor read what lies there.
A folder stays when Python itself or the course is installed in it.

Imports nothing that Python has not loaded before, for the reason above.
"""

import os
import site
import sys

_FOLDER = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
"""The folder the package `course` lies in: installed packages, or a checkout."""


def of_course() -> list[str]:
    """Where the course itself looks; its own folder comes last where it is a checkout."""
    foreign = _foreign()
    trusted = [path for path in sys.path if path and os.path.realpath(path) not in foreign]
    if _is_installed():
        return trusted
    return [*(path for path in trusted if os.path.realpath(path) != _FOLDER), _FOLDER]


def of_learners() -> list[str]:
    """Where a learner's code looks: in Python's own folders and in installed packages."""
    return [
        path
        for path in of_course()
        if _is_package_folder(path) or os.path.realpath(path) in _standard()
    ]


def leave_foreign() -> None:
    """From here on this process imports only what the course itself needs."""
    sys.path[:] = of_course()


def _is_package_folder(path: str) -> bool:
    if path.endswith("-packages"):
        return True
    return _is_installed() and os.path.realpath(path) == _FOLDER


def _is_installed() -> bool:
    """Whether the course lies among installed packages (else in a checkout)."""
    if _FOLDER.endswith("-packages"):
        return True
    return not os.path.exists(os.path.join(_FOLDER, "pyproject.toml"))


def _foreign() -> set[str]:
    """The folders that nothing is imported from."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    try:
        named.append(os.getcwd())
    except OSError:  # it has been removed
        named.append("")
    folders = {os.path.realpath(path) for path in named if path}
    folders.add(os.path.realpath(site.getusersitepackages()))
    folders -= {os.path.realpath(path) for path in site.getsitepackages()} | _standard()
    return folders - {_FOLDER}


def _standard() -> set[str]:
    """The folders of the standard library."""
    library = os.path.dirname(os.path.realpath(os.__file__))
    archive = f"python{sys.version_info[0]}{sys.version_info[1]}.zip"
    folders = {library, os.path.join(library, "lib-dynload")}
    folders.add(os.path.join(os.path.dirname(library), archive))
    if sys.platform == "win32":
        base = os.path.realpath(sys.base_prefix)
        folders |= {base, os.path.join(base, "DLLs"), os.path.join(base, archive)}
    return folders
