"""Asks about every parcel again and again, and notes what has changed."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from parcel_tracker.desk import Answer, CarrierDesk
from parcel_tracker.store import Event, Store

log = logging.getLogger(__name__)

EVERY = 30.0  # seconds between two rounds


class Poller:
    """Goes through all parcels that are under way, `every` so many seconds.

    `on_change` is called with the event of each change. `problems` has what went wrong when a
    parcel was last asked about, by its number.
    """

    def __init__(
        self,
        store: Store,
        desk: CarrierDesk,
        on_change: Callable[[Event], None],
        every: float = EVERY,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._desk = desk
        self._on_change = on_change
        self._every = every
        self._sleep = sleep
        self._writing = asyncio.Lock()
        self.problems: dict[str, str] = {}

    async def run(self) -> None:
        """Poll until cancelled. A round that fails is logged; the next one comes all the same."""
        while True:
            try:
                await self.poll_once()
            except Exception:
                log.exception("A round failed; the next one comes in %s s", self._every)
            await self._sleep(self._every)

    async def poll_once(self) -> None:
        """Ask once about every parcel that is under way."""
        parcels = await asyncio.to_thread(self._store.under_way)
        self.problems.clear()
        await self._desk.ask_all(parcels, self._take)

    async def _take(self, answer: Answer) -> None:
        if answer.status is None:
            self.problems[answer.number] = answer.problem
            return
        self.problems.pop(answer.number, None)
        async with self._writing:  # SQLite lets one write at a time
            event = await asyncio.to_thread(self._store.record, answer.number, answer.status)
        if event is not None:
            self._on_change(event)
