"""A loop without a condition at the top, left with `break`. It is useful when the question can only be asked in the
middle. Here the plain condition says the same in fewer lines, so most people would prefer it."""


def retry_delays(first, longest):
    """List the waits, each twice the one before, up to the longest."""
    delays = []
    delay = first
    while True:
        if delay > longest:
            break
        delays.append(delay)
        delay *= 2

    return delays
