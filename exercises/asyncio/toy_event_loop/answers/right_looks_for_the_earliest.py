import heapq
from itertools import count


def run(tasks):
    """Run generators until all have ended; return `{name: (time, result)}`."""
    waiting = [[0, name, task] for name, task in tasks.items()]
    ended = {}
    while waiting:
        first = min(waiting, key=lambda entry: entry[0])
        waiting.remove(first)
        clock, name, task = first
        try:
            pause = task.send(None)
        except StopIteration as end:
            ended[name] = clock, end.value
        else:
            waiting.append([clock + pause, name, task])
    return ended
