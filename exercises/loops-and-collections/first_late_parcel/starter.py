def first_late_parcel(days, promised):
    """Find the index of the first parcel that took longer than promised."""
    found = None
    # Write your loop here, indented by four spaces.

    return found
