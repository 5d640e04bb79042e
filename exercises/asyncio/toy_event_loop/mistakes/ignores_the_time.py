"""Your tasks take turns, but nobody looks at how long they want to wait: the queue decides alone. The
next one is always the one with the earliest time."""

from collections import deque


def run(tasks):
    ready = deque((0, name, task) for name, task in tasks.items())
    ended = {}
    while ready:
        clock, name, task = ready.popleft()
        try:
            ready.append((clock + next(task), name, task))
        except StopIteration as end:
            ended[name] = (clock, end.value)
    return ended
