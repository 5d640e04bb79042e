"""Asks the carriers: many questions at once, but never too many and never for too long."""

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

    async def ask(self, parcel: Parcel) -> Answer:
        """Ask the parcel's carrier. Whatever goes wrong there becomes a problem in the answer."""

    async def ask_all(self, parcels: Iterable[Parcel], take: Take) -> None:
        """Ask about all parcels side by side; `take` gets each answer as soon as it is there."""
