"""A list to choose one thing from, with keys of our own names."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList

from course.ui import keys


class Picker(OptionList, inherit_bindings=False):
    """Move with the arrows, choose with Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.PICKER]
