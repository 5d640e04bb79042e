from datetime import UTC, datetime
from itertools import groupby


def incident_timeline(logs, start, end):
    first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
    entries = []
    for source, lines in logs.items():
        for line in lines:
            stamp, _, words = line.partition(" ")
            if not line[:1].isdigit():
                continue
            moment = datetime.fromisoformat(stamp)
            if moment.tzinfo is not None and first <= moment <= last:
                entries.append((moment.astimezone(UTC), source, words))
    entries.sort(key=lambda it: it[0])
    timeline = []
    for (source, words), group in groupby(entries, key=lambda it: it[1:]):
        same = list(group)
        times = f" ({len(same)} times)" if len(same) > 1 else ""
        timeline.append(f"{same[0][0]:%H:%M:%S} {source}: {words}{times}")
    return timeline
