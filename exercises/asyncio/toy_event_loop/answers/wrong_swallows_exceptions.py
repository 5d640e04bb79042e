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
        except Exception as stop:
            ended[name] = now, getattr(stop, 'value', None)
        else:
            heapq.heappush(waiting, (now + pause, order, name))
            order += 1
    return ended
