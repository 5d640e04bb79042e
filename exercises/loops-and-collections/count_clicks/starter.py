def count_clicks(hours, limit):
    """Count the clicks from hour 0 up to and including the limit."""
    clicks = 0
    # Write your loop here, indented by four spaces.

    return clicks
