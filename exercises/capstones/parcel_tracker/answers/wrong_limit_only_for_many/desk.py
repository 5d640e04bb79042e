"""Asks the carriers: many questions at once, but never too many and never for too long."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass

from parcel_tracker.carriers import Carrier
from parcel_tracker.store import Parcel


@dataclass(frozen=True)
class Answer:
    """What came of asking about one parcel: a status, or else a problem in words."""

    number: str
    status: str | None = None
    problem: str = ""


Take = Callable[[Answer], Awaitable[None]]


class CarrierDesk:
    """The one place through which all questions to carriers go; `carriers` has them by name.

    `limit` is how many questions may be open at one carrier, `timeout` how many seconds a carrier
    may take for one.
    """

    def __init__(
        self, carriers: Mapping[str, Carrier], limit: int = 4, timeout: float = 2.0
    ) -> None:
        self.carriers = carriers
        self._timeout = timeout
        self._gates = {name: asyncio.Semaphore(limit) for name in carriers}

    async def ask(self, parcel: Parcel) -> Answer:
        """Ask the parcel's carrier. Whatever goes wrong there becomes a problem in the answer."""
        if parcel.carrier not in self.carriers:
            return Answer(parcel.number, problem=f"no carrier is called {parcel.carrier}")
        try:
            return Answer(parcel.number, status=await self._status(parcel))
        except TimeoutError:
            problem = f"{parcel.carrier}: no answer in {self._timeout} s"
        except Exception as error:
            problem = f"{parcel.carrier}: {type(error).__name__}: {error}"
        return Answer(parcel.number, problem=problem)

    async def ask_all(self, parcels: Iterable[Parcel], take: Take) -> None:
        """Ask about all parcels side by side; `take` gets each answer as soon as it is there."""

        async def ask_and_hand_over(parcel: Parcel) -> None:
            gate = self._gates.get(parcel.carrier) or asyncio.Semaphore(1)
            async with gate:
                answer = await self.ask(parcel)
            await take(answer)

        async with asyncio.TaskGroup() as group:
            for parcel in parcels:
                group.create_task(ask_and_hand_over(parcel))

    async def _status(self, parcel: Parcel) -> str:
        async with asyncio.timeout(self._timeout):
            return await self.carriers[parcel.carrier].status(parcel.number)
