"""Your events are right, but you collect them all in a list before anybody gets one.
With a day's log that fills the memory. Yield each event as soon as you have it."""


def read_events(lines):
    events = []
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        parts = text.split(",")
        if len(parts) != 3:
            continue
        time, user, feature = parts
        events.append({"time": time, "user": user, "feature": feature})
    return events
