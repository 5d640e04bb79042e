"""The last value of your events still has the line end on it: `'basket\\n'` isn't the
same feature as `'basket'`. Clean the line before you cut it."""


def read_events(lines):
    for line in lines:
        if line == "\n" or line.startswith("#"):
            continue
        parts = line.split(",")
        if len(parts) != 3:
            continue
        time, user, feature = parts
        yield {"time": time, "user": user, "feature": feature}
