def read_events(lines):
    for line in lines:
        if line.startswith("#"):
            continue
        try:
            time, user, feature = line.removesuffix("\n").split(",")
        except ValueError:
            continue
        yield {"time": time, "user": user, "feature": feature}
