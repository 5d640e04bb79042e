def feature_usage(lines):
    today, counts = None, {}
    for line in lines:
        p = line.rstrip("\n").split(",")
        if p[0] != today:
            if today is not None and counts:
                yield today, counts
            today, counts = p[0], {}
        if len(p) == 3:
            counts[p[2]] = counts.get(p[2], 0) + 1
    if counts:
        yield today, counts
