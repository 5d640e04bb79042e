def delivery_stats(days):
    """Return mean, median, p90 and outliers of the days, or None without any."""
