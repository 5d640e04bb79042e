"""How often each feature is used on each day, and by how many users."""

from dataclasses import dataclass
from datetime import date

from feature_usage_analytics.events import Event


@dataclass(frozen=True)
class DayUsage:
    """A day of the report: uses of each feature, and users; `exact` is False for an estimate."""

    day: date
    features: dict[str, int]
    users: int
    exact: bool


class UniqueUsers:
    """Counts different users: exactly up to `limit`, beyond that it estimates (`exact` is False).

    It keeps the `limit` smallest hashes. Hashes spread evenly over all numbers, so when the
    largest of 1024 smallest stands at a tenth of them, there were about 10240 users.
    """

    def __init__(self, limit: int = 1024) -> None:
        self.limit = limit
        self.exact = True

    def add(self, user: str) -> None:
        """Take note of a user. One who comes again changes nothing."""

    def count(self) -> int:
        """Return how many different users there were: the estimate is rarely 10 % off."""


class UsageCounter:
    """Counts the uses of features, day by day. Events must come in the order of their time."""

    def __init__(self) -> None:
        self._over: list[DayUsage] = []

    def add(self, event: Event) -> None:
        """Count an event; those that are no use of a feature do not matter."""

    def days(self) -> list[DayUsage]:
        """Return every day so far that has a use, in order."""
