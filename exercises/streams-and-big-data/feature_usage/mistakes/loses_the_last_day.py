"""The last day is missing. A day is yielded when the next one begins, and after the
last day nothing begins: yield it after the loop."""


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
            today, uses = day, {}
        uses[feature] = uses.get(feature, 0) + 1
