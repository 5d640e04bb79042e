def feature_usage(lines):
    uses = {}
    today = ""
    for line in lines:
        try:
            day, _user, feature = line.rstrip("\n").split(",")
        except ValueError:
            continue
        if uses and day != today:
            yield (today, uses)
            uses = {}
        today = day
        uses.setdefault(feature, 0)
        uses[feature] += 1
    if uses:
        yield (today, uses)
