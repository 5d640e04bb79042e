def read_events(lines):
    """Yield a dictionary with time, user and feature for each whole line of the log."""
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        parts = text.split(",")
        if len(parts) != 3:
            continue
        time, user, feature = parts
        yield {"time": time, "user": user, "feature": feature}
