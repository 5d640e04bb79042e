"""Checking: a submission becomes a report. The door is `Checker`; it is imported when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.checking.checker import Checker

__all__ = ["Checker"]


def __getattr__(name: str) -> object:
    if name == "Checker":
        from course.checking.checker import Checker

        return Checker
    raise AttributeError(name)
