"""The view of each kind of step. That of a question is in the file of its kind's name."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from course.ui.widgets.steps.base import StepView
from course.ui.widgets.steps.text_example import ExampleStep, TextStep

_TO_READ: dict[str, type[StepView]] = {"text": TextStep, "example": ExampleStep}


def view_class(kind: str) -> type[StepView]:
    """`TextStep` for `text`; for a question of the kind `order`, `OrderStep` of `order.py`."""
    if kind in _TO_READ:
        return _TO_READ[kind]
    view = getattr(import_module(f"{__package__}.{kind}"), f"{kind.capitalize()}Step")
    return cast(type[StepView], view)
