def read_events(lines):
    for line in lines:
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        parts = text.split(",", 2)
        if len(parts) == 3:
            yield {"time": parts[0], "user": parts[1], "feature": parts[2]}
