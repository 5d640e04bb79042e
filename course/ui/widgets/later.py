"""What is done a moment later: only if the widget that wanted it is still there by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget


def is_there(widget: Widget) -> bool:
    """Whether a widget has its children and is in a screen that is open: they may be asked."""
    if not widget.app.is_running or not widget.is_mounted:
        return False
    open_screens = widget.app.screen_stack
    return any(node in open_screens for node in widget.ancestors_with_self)


def once_drawn(widget: Widget, callback: Callable[..., Any], *args: Any, **options: Any) -> None:
    """Call `callback` once everything that changed is drawn.

    Textual's `call_after_refresh` calls it from whatever screen is on top by then, also when the
    widget is gone.
    """

    def call() -> Any:
        return callback(*args, **options) if is_there(widget) else None

    widget.call_after_refresh(call)
