"""When two tasks wake at the same time, yours goes by the alphabet. The one that gave way first is to go
first; count the turns."""

import heapq


def run(tasks):
    waiting = [(0, name, task) for name, task in tasks.items()]
    heapq.heapify(waiting)
    ended = {}
    while waiting:
        clock, name, task = heapq.heappop(waiting)
        try:
            seconds = next(task)
        except StopIteration as end:
            ended[name] = (clock, end.value)
        else:
            heapq.heappush(waiting, (clock + seconds, name, task))
    return ended
