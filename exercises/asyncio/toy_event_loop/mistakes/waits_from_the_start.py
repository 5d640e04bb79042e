"""You count every wait from the start of the program, so a task that waits 1, then 2 seconds ends at 2
instead of 3. A wait begins when the task yields."""

import heapq


def run(tasks):
    waiting = [(0, turn, name, task) for turn, (name, task) in enumerate(tasks.items())]
    turn = len(waiting)
    ended = {}
    while waiting:
        clock, _, name, task = heapq.heappop(waiting)
        try:
            seconds = next(task)
        except StopIteration as end:
            ended[name] = (clock, end.value)
        else:
            heapq.heappush(waiting, (seconds, turn, name, task))
            turn += 1
    return ended
