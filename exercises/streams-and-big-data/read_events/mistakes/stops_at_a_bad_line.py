"""Your stream ends at the first line that isn't an event. Leave out just that line and go on
with the next."""


def read_events(lines):
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            return
        parts = text.split(",")
        if len(parts) != 3:
            return
        time, user, feature = parts
        yield {"time": time, "user": user, "feature": feature}
