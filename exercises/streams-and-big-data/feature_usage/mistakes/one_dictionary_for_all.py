"""All days get the same dictionary: emptying it changes what you yielded before.
Begin each day with a new one."""


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
                uses.clear()
            today = day
        uses[feature] = uses.get(feature, 0) + 1
    if today is not None:
        yield today, uses
