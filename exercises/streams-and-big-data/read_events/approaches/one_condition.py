"""One condition says what a good line is, and there is no `continue`: shorter, but you
have to think through both halves at once. An empty line has one part, so it needs no
separate question."""


def read_events(lines):
    """Yield a dictionary with time, user and feature for each whole line of the log."""
    for line in lines:
        parts = line.strip().split(",")
        if len(parts) == 3 and not parts[0].startswith("#"):
            yield dict(zip(["time", "user", "feature"], parts))
