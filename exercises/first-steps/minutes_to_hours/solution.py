def minutes_to_hours(minutes):
    """Print a number of minutes as hours and minutes."""
    hours = minutes // 60
    rest = minutes % 60
    print(hours, "h", rest, "min")
