def read_events(lines):
    for line in lines:
        if line.startswith("#"):
            continue
        parts = line.rstrip("\n").split(",")
        if len(parts) == 3 and all(parts):
            yield {"time": parts[0], "user": parts[1], "feature": parts[2]}
