"""Tells everybody who is connected of each change, without waiting for any of them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import WebSocket

from parcel_tracker.store import Event

TOO_SLOW = None  # the last thing in the queue of a listener that could not keep up
TRY_AGAIN_LATER = 1013  # a close code that every browser knows

Changes = asyncio.Queue[Event | None]


class Hub:
    """Hands each change to every listener. `room` is how many changes may wait for one of them."""

    def __init__(self, room: int = 100) -> None:
        """Begin without listeners."""

    def __len__(self) -> int:
        """Return how many are listening."""
        return 0

    @contextmanager
    def listening(self) -> Iterator[Changes]:
        """Give a queue that gets every change, as long as the block lasts."""
        yield Changes()

    def publish(self, change: Event) -> None:
        """Put the change into every queue; who has no room left is dropped."""


async def push_changes(websocket: WebSocket, hub: Hub) -> None:
    """Send every change to one listener until it goes or is too slow."""
    await websocket.accept()
