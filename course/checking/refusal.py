"""What is refused before any process sees it, in calm words."""

from __future__ import annotations

import sys

from course.catalogue.package import split
from course.model import ExceptionInfo, Frame
from course.worker.limits import SOURCE_BYTES


class Refused(Exception):  # noqa: N818 - it is an answer
    """The source cannot be checked; `str()` says why and what to do."""


def decode(source: str | bytes) -> str:
    """The source as text; `Refused` for what Python would not read as UTF-8, and for too much."""
    if len(source) > SOURCE_BYTES:
        raise Refused(_too_long(len(source)))
    if isinstance(source, bytes):
        if source.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Refused("The file is saved as UTF-16. Save it as UTF-8 and try again.")
        try:
            source = source.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise Refused(
                f"Line {line} has a byte that is not UTF-8 text. Save the file as UTF-8 and "
                "try again."
            ) from error
    if "\0" in source:
        line = source[: source.index("\0")].count("\n") + 1
        raise Refused(
            f"Line {line} has a zero character (NUL), which Python does not accept. "
            "Delete it and try again."
        )
    try:
        size = len(source.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise Refused(
            "The text has half of a character in it (a lone surrogate). Delete it and try again."
        ) from error
    if size > SOURCE_BYTES:
        raise Refused(_too_long(size))
    return source.removeprefix("\ufeff")


def refuse_name(module: str) -> None:
    """`Refused` where the learner's module would hide one of Python's own."""
    if module in sys.stdlib_module_names or module in ("pytest", "_pytest", "pluggy"):
        raise Refused(
            f"A file called `{module}.py` would hide Python's own `{module}`. Give it another name."
        )


def refuse_files(text: str) -> None:
    """`Refused` where a project of several files cannot be taken apart into them."""
    try:
        split(text)
    except ValueError as error:
        raise Refused(f"The project's files cannot be told apart: {error}.") from error


def as_exception(refused: Refused, module: str) -> ExceptionInfo:
    """A refusal where reports carry exceptions."""
    return ExceptionInfo("SyntaxError", str(refused), (Frame(f"{module}.py", 1, ""),))


def _too_long(size: int) -> str:
    return (
        f"The file has {size // 1024:,} KB; a check takes at most {SOURCE_BYTES // 1024} KB. "
        "Was something pasted into it by accident?"
    )
