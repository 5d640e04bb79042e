"""Asks about every parcel again and again, and notes what has changed."""

import asyncio
from collections.abc import Awaitable, Callable

from parcel_tracker.desk import CarrierDesk
from parcel_tracker.store import Event, Store

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
        self.problems: dict[str, str] = {}

    async def run(self) -> None:
        """Poll until cancelled. A round that fails is logged; the next one comes all the same."""

    async def poll_once(self) -> None:
        """Ask once about every parcel that is under way."""
