"""The counts of one day go on into the next. Once a day is yielded, the counting has
to start again from zero."""


def feature_usage(lines):
    """Yield (day, {feature: uses}) for each day of a log that is sorted by day."""
    today, uses = None, {}
    for line in lines:
        parts = line.strip().split(",")
        if len(parts) != 3:
            continue
        day, _, feature = parts
        if day != today:
            if today is not None:
                yield today, uses
                uses = dict(uses)
            today = day
        uses[feature] = uses.get(feature, 0) + 1
    if today is not None:
        yield today, uses
