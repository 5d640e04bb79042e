"""YAML in, model out: lessons, exercises, the index, search and the constructs of programs.

`read_exercise` and `Catalogue` are loaded when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.catalogue.catalogue import Catalogue as Catalogue
    from course.catalogue.exercises import read_exercise as read_exercise

__all__ = ["Catalogue", "read_exercise"]


def __getattr__(name: str) -> Any:
    if name == "Catalogue":
        from course.catalogue.catalogue import Catalogue

        return Catalogue
    if name == "read_exercise":
        from course.catalogue.exercises import read_exercise

        return read_exercise
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
