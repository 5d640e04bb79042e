import re
import heapq
from datetime import UTC, datetime


def read_events(logs):
    """Give (moment, source, words) for every line that begins with a moment."""
    for source, lines in logs.items():
        for line in lines:
            text, _, words = line.partition(" ")
            try:
                moment = datetime.fromisoformat(text)
            except ValueError:
                continue
            if moment.tzinfo is not None:
                yield moment, source, words


def join_repeats(events):
    """Return entries of moment, source, words and how often they follow each other."""
    entries = []
    for moment, source, words in events:
        if entries and entries[-1][1:3] == [source, words]:
            entries[-1][3] += 1
        else:
            entries.append([moment, source, words, 1])
    return entries


def write_entry(moment, source, words, count):
    """Return one line of the timeline."""
    line = f"{moment.astimezone(UTC):%H:%M:%S} {source}: {words}"
    if count > 1:
        line += f" ({count} times)"
    return line


MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\S+) (.*)", re.DOTALL)


def incident_timeline(logs, start, end):
    """Return the lines of all logs from `start` to `end`, in order, on the clock of UTC."""
    borders = [datetime.fromisoformat(text) for text in (start, end)]
    waiting, number = [], 0
    for source in logs:
        for line in logs[source]:
            if found := MOMENT.match(line):
                moment = datetime.fromisoformat(found[1]).astimezone(UTC)
                if borders[0] <= moment <= borders[1]:
                    heapq.heappush(waiting, (moment, number, source, found[2]))
                    number += 1
    lines = []
    while waiting:
        moment, _, source, words = heapq.heappop(waiting)
        count = 1
        while waiting and waiting[0][2:] == (source, words):
            heapq.heappop(waiting)
            count += 1
        ending = f" ({count} times)" if count >= 2 else ""
        lines.append(f"{moment:%H:%M:%S} {source}: {words}{ending}")
    return lines
