def retry_delays(first, longest):
    """List the waits, each twice the one before, up to the longest."""
    delays = []
    delay = first
    while delay <= longest:
        delays.append(delay)
        delay *= 2

    return delays
