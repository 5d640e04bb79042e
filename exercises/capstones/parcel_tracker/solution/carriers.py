"""What a carrier has to be able to do, and carriers for trying the program out."""

import asyncio
from typing import Protocol

JOURNEY = ("packed", "on the road", "in the depot", "in the van", "delivered")
LATE = 60.0  # seconds, longer than anybody waits


class CarrierError(Exception):
    """The carrier could not say where the parcel is."""


class Carrier(Protocol):
    """Somebody who carries parcels and can be asked about them."""

    async def status(self, number: str) -> str:
        """Return the parcel's status; CarrierError if the carrier cannot tell."""
        ...


class FakeCarrier:
    """A carrier without a network: each answer is one stop further along the journey.

    Every so many questions it answers late, or fails. It forgets its parcels when the program ends.
    """

    def __init__(self, pause: float = 0.005, late_every: int = 0, fails_every: int = 0) -> None:
        self._pause = pause
        self._late_every = late_every
        self._fails_every = fails_every
        self._asked = 0
        self._stops: dict[str, int] = {}

    async def status(self, number: str) -> str:
        """Return the parcel's next stop."""
        self._asked += 1
        if self._is_turn(self._fails_every):
            raise CarrierError("the carrier's computer is down")
        await asyncio.sleep(LATE if self._is_turn(self._late_every) else self._pause)
        stop = self._stops.get(number, 0)
        self._stops[number] = min(stop + 1, len(JOURNEY) - 1)
        return JOURNEY[stop]

    def _is_turn(self, every: int) -> bool:
        return every > 0 and self._asked % every == 0
