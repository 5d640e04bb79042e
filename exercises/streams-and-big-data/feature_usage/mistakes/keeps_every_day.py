"""Your numbers are right, but you keep all days until the log has ended. After some
years that is a lot. The log is sorted by day, so a day can be yielded as soon as
another one begins."""


def feature_usage(lines):
    """Yield (day, {feature: uses}) for each day of a log that is sorted by day."""
    days = {}
    for line in lines:
        parts = line.strip().split(",")
        if len(parts) != 3:
            continue
        day, _, feature = parts
        uses = days.setdefault(day, {})
        uses[feature] = uses.get(feature, 0) + 1
    return days.items()
