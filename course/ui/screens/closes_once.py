"""A dialog that closes once: what is pressed twice closes no other screen as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.screen import Screen

if TYPE_CHECKING:
    _Base = Screen[Any]
else:
    _Base = object


class ClosesOnce(_Base):
    """Put before the screen it is. Textual closes what is on top, also when that is another.

    A screen that shows through another one counts as `is_current`; only one is active.
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close it, where it is on top."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
