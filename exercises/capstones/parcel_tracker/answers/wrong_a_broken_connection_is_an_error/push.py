"""Tells everybody who is connected of each change, without waiting for any of them."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict

from fastapi import WebSocket

from parcel_tracker.store import Event

TOO_SLOW = None  # the last thing in the queue of a listener that could not keep up
TRY_AGAIN_LATER = 1013  # a close code that every browser knows

Changes = asyncio.Queue[Event | None]


class Hub:
    """Hands each change to every listener. `room` is how many changes may wait for one of them."""

    def __init__(self, room: int = 100) -> None:
        self._room = room
        self._listeners: set[Changes] = set()

    def __len__(self) -> int:
        """Return how many are listening."""
        return len(self._listeners)

    @contextmanager
    def listening(self) -> Iterator[Changes]:
        """Give a queue that gets every change, as long as the block lasts."""
        changes = Changes(self._room)
        self._listeners.add(changes)
        try:
            yield changes
        finally:
            self._listeners.discard(changes)

    def publish(self, change: Event) -> None:
        """Put the change into every queue; who has no room left is dropped."""
        for changes in list(self._listeners):
            if changes.full():
                self._drop(changes)
            else:
                changes.put_nowait(change)

    def _drop(self, changes: Changes) -> None:
        self._listeners.discard(changes)
        while not changes.empty():
            changes.get_nowait()
        changes.put_nowait(TOO_SLOW)


async def push_changes(websocket: WebSocket, hub: Hub) -> None:
    """Send every change to one listener until it goes or is too slow."""
    with hub.listening() as changes:  # before `accept`, so that nothing is missed after it
        await websocket.accept()
        sending = asyncio.create_task(_send(websocket, changes))
        going = asyncio.create_task(_until_gone(websocket))
        try:
            await asyncio.wait([sending, going], return_when=asyncio.FIRST_COMPLETED)
        finally:
            sending.cancel()
            going.cancel()
            await asyncio.gather(sending, going, return_exceptions=True)
        for task in (sending, going):
            if not task.cancelled():
                task.result()


async def _send(websocket: WebSocket, changes: Changes) -> None:
    while (change := await changes.get()) is not TOO_SLOW:
        await websocket.send_json(asdict(change))
    await websocket.close(code=TRY_AGAIN_LATER)


async def _until_gone(websocket: WebSocket) -> None:
    while (await websocket.receive())["type"] != "websocket.disconnect":
        pass
