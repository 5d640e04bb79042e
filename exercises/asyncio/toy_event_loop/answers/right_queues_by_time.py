import heapq
from itertools import count
from collections import defaultdict, deque


def run(tasks):
    """Run generators until all have ended; return `{name: (time, result)}`."""
    ready = defaultdict(deque)
    ended = {}
    for name in tasks:
        ready[0].append(name)
    while ready:
        clock = min(ready)
        name = ready[clock].popleft()
        try:
            pause = next(tasks[name])
            ready[clock + pause].append(name)
        except StopIteration as end:
            ended[name] = (clock, end.value)
        if not ready[clock]:
            del ready[clock]
    return ended
