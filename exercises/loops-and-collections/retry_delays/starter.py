def retry_delays(first, longest):
    """List the waits, each twice the one before, up to the longest."""
    delays = []
    # Write your loop here, indented by four spaces.

    return delays
