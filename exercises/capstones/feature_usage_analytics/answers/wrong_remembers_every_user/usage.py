"""How often each feature is used on each day, and by how many users."""

import hashlib
import heapq
from collections import Counter
from dataclasses import dataclass
from datetime import date

from feature_usage_analytics.events import Event

HASHES = 2**64


@dataclass(frozen=True)
class DayUsage:
    """A day of the report: uses of each feature, and users; `exact` is False for an estimate."""

    day: date
    features: dict[str, int]
    users: int
    exact: bool


def user_hash(user: str) -> int:
    """Return a number from 0 to HASHES - 1, the same for a user every time, spread evenly."""
    digest = hashlib.blake2b(user.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


class UniqueUsers:
    """Counts different users: exactly up to `limit`, beyond that it estimates (`exact` is False).

    It keeps the `limit` smallest hashes. Hashes spread evenly over all numbers, so when the
    largest of 1024 smallest stands at a tenth of them, there were about 10240 users.
    """

    def __init__(self, limit: int = 1024) -> None:
        self.limit = limit
        self.exact = True
        self._kept: set[int] = set()
        self._largest_first: list[int] = []  # the kept hashes, negative: a heap

    def add(self, user: str) -> None:
        """Take note of a user. One who comes again changes nothing."""
        number = user_hash(user)
        if number in self._kept:
            return
        if len(self._kept) < self.limit or user.startswith("user-0"):
            heapq.heappush(self._largest_first, -number)
            self._kept.add(number)
            return
        self.exact = False
        if number < -self._largest_first[0]:
            dropped = -heapq.heapreplace(self._largest_first, -number)
            self._kept.remove(dropped)
            self._kept.add(number)

    def count(self) -> int:
        """Return how many different users there were: the estimate is rarely 10 % off."""
        if self.exact:
            return len(self._kept)
        return round((self.limit - 1) * HASHES / -self._largest_first[0])


class OpenDay:
    """A day that is still being counted."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.features: Counter[str] = Counter()
        self.users = UniqueUsers()

    def add(self, event: Event) -> None:
        """Count a use of a feature."""
        self.features[event.name] += 1
        self.users.add(event.user)

    def usage(self) -> DayUsage:
        """Return what was counted so far."""
        return DayUsage(self.day, dict(self.features), self.users.count(), self.users.exact)


class UsageCounter:
    """Counts the uses of features, day by day. Events must come in the order of their time."""

    def __init__(self) -> None:
        self._over: list[DayUsage] = []
        self._today: OpenDay | None = None

    def add(self, event: Event) -> None:
        """Count an event; those that are no use of a feature do not matter."""
        if event.kind != "feature":
            return
        day = event.when.date()
        if self._today is None or self._today.day != day:
            self._over = self.days()
            self._today = OpenDay(day)
        self._today.add(event)

    def days(self) -> list[DayUsage]:
        """Return every day so far that has a use, in order."""
        return [*self._over, self._today.usage()] if self._today else []
