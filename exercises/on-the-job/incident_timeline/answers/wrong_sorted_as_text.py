from datetime import UTC, datetime
from itertools import groupby


def moments(logs):
    """Give all lines with a moment, as (moment, source, words)."""
    for source, lines in logs.items():
        for line in lines:
            stamp, _, words = line.partition(" ")
            try:
                yield datetime.fromisoformat(stamp).astimezone(UTC), source, words
            except ValueError:
                continue


def incident_timeline(logs, start, end):
    """Return the lines of all logs from `start` to `end`, in order, on the clock of UTC."""
    first, last = map(datetime.fromisoformat, (start, end))
    inside = [entry for entry in moments(logs) if first <= entry[0] <= last]
    inside.sort(key=lambda entry: f'{entry[0]:%H:%M:%S}')
    lines = []
    for (source, words), same in groupby(inside, key=lambda entry: entry[1:]):
        moment, *others = [entry[0] for entry in same]
        times = f" ({len(others) + 1} times)" if others else ""
        lines.append(f"{moment:%H:%M:%S} {source}: {words}{times}")
    return lines
