"""`min` finds the next task in a plain list. Nothing to learn, and each turn looks at every waiting
task: fine for ten of them, slow for ten thousand. A heap looks at a handful."""


def run(tasks):
    """Run generators until all have ended; return `{name: (time, result)}`."""
    waiting = []
    turn = 0
    for name, task in tasks.items():
        waiting.append((0, turn, name, task))
        turn += 1
    ended = {}
    while waiting:
        upcoming = min(waiting, key=lambda entry: entry[:2])
        waiting.remove(upcoming)
        clock, _, name, task = upcoming
        try:
            seconds = next(task)
        except StopIteration as end:
            ended[name] = (clock, end.value)
        else:
            waiting.append((clock + seconds, turn, name, task))
            turn += 1
    return ended
