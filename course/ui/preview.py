"""What an author is writing, open in the app and opened again whenever it is saved."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

_DEBOUNCE = 150  # milliseconds: an editor writes a file in several steps
_STEP = 30


async def follow(app: Any, ident: str, step: int, place: Path) -> None:
    """Show a lesson at a step (from 0), or an exercise; `place` is its file or folder.

    `app` is the `Host`, which imports this.
    """
    from watchfiles import awatch

    await asyncio.to_thread(app.session.catalogue.refresh)
    _show(app, ident, step)
    watched = place if place.is_dir() else place.parent
    async for changes in awatch(watched, debounce=_DEBOUNCE, step=_STEP):
        if not any(place in (Path(file), *Path(file).parents) for _, file in changes):
            continue
        lessons = [one for one in app.screen_stack if hasattr(one, "lesson_id")]
        if lessons:
            step = lessons[-1].position
        await asyncio.to_thread(app.session.catalogue.refresh)
        _show(app, ident, step)


def _show(app: Any, ident: str, step: int) -> None:
    """What cannot be read is told in a dialog, above Home."""
    app.go_home()
    if ident in app.session.catalogue.exercises:
        app.open_exercise(ident)
    else:
        app.open_lesson(ident, step)
