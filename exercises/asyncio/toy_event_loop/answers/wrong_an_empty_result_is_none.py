import heapq
from itertools import count


def run(tasks):
    """Run generators until all have ended; return `{name: (time, result)}`."""
    turns = count()
    waiting = [(0, next(turns), name, task) for name, task in tasks.items()]
    ended = {}
    while waiting:
        clock, _, name, task = heapq.heappop(waiting)
        try:
            seconds = next(task)
        except StopIteration as end:
            ended[name] = (clock, end.value or None)
        else:
            heapq.heappush(waiting, (clock + seconds, next(turns), name, task))
    return ended
