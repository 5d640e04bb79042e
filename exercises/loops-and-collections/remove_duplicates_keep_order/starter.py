def remove_duplicates_keep_order(orders):
    """Make a list with each order once, where it came first."""
    kept = []
    # Write your loop here, indented by four spaces.

    return kept
