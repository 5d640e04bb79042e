from datetime import UTC, datetime


def read_events(logs):
    """Give (moment, source, words) for every line that begins with a moment."""
    for source, lines in logs.items():
        for line in lines:
            text, *others = line.split() or [""]
            words = " ".join(others)
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


def incident_timeline(logs, start, end):
    """Return the lines of all logs from `start` to `end`, in order, on the clock of UTC."""
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    events = [event for event in read_events(logs) if first <= event[0] <= last]
    events.sort(key=lambda event: event[0])
    return [write_entry(*entry) for entry in join_repeats(events)]
