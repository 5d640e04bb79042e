"""You return one event and leave: `return` ends the function. `yield` gives a value and waits until the next one is wanted."""


def read_events(lines):
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        parts = text.split(",")
        if len(parts) != 3:
            continue
        time, user, feature = parts
        return [{"time": time, "user": user, "feature": feature}]
    return []
