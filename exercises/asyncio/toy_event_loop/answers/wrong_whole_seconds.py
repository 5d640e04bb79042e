import heapq


def run(tasks):
    """Run generators until all have ended; return `{name: (time, result)}`."""
    waiting = [(0, number, name) for number, name in enumerate(tasks)]
    order = len(waiting)
    ended = {}
    while waiting:
        now, _, name = heapq.heappop(waiting)
        try:
            pause = next(tasks[name])
        except StopIteration as stop:
            ended[name] = now, stop.value
        else:
            heapq.heappush(waiting, (now + int(pause), order, name))
            order += 1
    return ended
