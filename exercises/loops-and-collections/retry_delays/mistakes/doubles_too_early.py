"""The first wait is missing, and the last one is longer than allowed. Use the value first, then double it."""


def retry_delays(first, longest):
    delays = []
    delay = first
    while delay <= longest:
        delay *= 2
        delays.append(delay)

    return delays
