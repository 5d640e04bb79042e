"""Events that arrive late, brought back into the order in which they happened."""

import bisect
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
        waiting: dict[datetime, list[Event]] = {}
        moments: list[datetime] = []  # sorted
        newest = None  # the latest time seen so far
        for event in self.events:
            if newest is None or event.when > newest:
                newest = event.when
            if newest - event.when > self.lateness:
                self.too_late += 1
                continue
            if event.when not in waiting:
                bisect.insort(moments, event.when)
                waiting[event.when] = []
            waiting[event.when].append(event)
            while newest - moments[0] > self.lateness:
                yield from waiting.pop(moments.pop(0))
        for moment in moments:
            yield from waiting[moment]
