"""A dialog that closes once: what is pressed twice closes no other screen as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

if TYPE_CHECKING:
    _Base = ModalScreen[Any]
else:
    _Base = object


class ClosesOnce(_Base):
    """Put before `ModalScreen`. Textual closes whatever is on top, also when that is another."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close it, where it is on top."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
