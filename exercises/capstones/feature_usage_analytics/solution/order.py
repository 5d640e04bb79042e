"""Events that arrive late, brought back into the order in which they happened."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from feature_usage_analytics.events import Event


class InOrder:
    """The events of a stream by their time, although each may come up to `lateness` late.

    Go through it once. It holds back the events of the last `lateness` and no more. Events that
    come even later are left out and counted in `too_late`.
    """

    def __init__(self, events: Iterable[Event], lateness: timedelta) -> None:
        self.events = events
        self.lateness = lateness
        self.too_late = 0

    def __iter__(self) -> Iterator[Event]:
        """Yield the events in the order of their time."""
        waiting: list[tuple[datetime, int, Event]] = []  # a heap; the number keeps ties in order
        newest = None  # the latest time seen so far
        for number, event in enumerate(self.events):
            if newest is None or event.when > newest:
                newest = event.when
            if newest - event.when > self.lateness:
                self.too_late += 1
                continue
            heapq.heappush(waiting, (event.when, number, event))
            while newest - waiting[0][0] > self.lateness:
                yield heapq.heappop(waiting)[2]
        while waiting:
            yield heapq.heappop(waiting)[2]
