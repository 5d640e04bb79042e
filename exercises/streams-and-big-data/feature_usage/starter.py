def feature_usage(lines):
    """Yield (day, {feature: uses}) for each day of a log that is sorted by day."""
