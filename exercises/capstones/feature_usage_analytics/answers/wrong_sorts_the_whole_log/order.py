"""Events that arrive late, brought back into the order in which they happened."""

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
        in_time = []
        newest = None  # the latest time seen so far
        for event in self.events:
            if newest is None or event.when > newest:
                newest = event.when
            if newest - event.when > self.lateness:
                self.too_late += 1
                continue
            in_time.append(event)
        yield from sorted(in_time, key=lambda event: event.when)
