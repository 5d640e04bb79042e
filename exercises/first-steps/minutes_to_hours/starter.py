def minutes_to_hours(minutes):
    """Print a number of minutes as hours and minutes."""
    # Write your lines here, indented by four spaces.
