"""The first wait is missing, and the last one is longer than allowed. You double before you append; use the value
first, then change it."""


def retry_delays(first, longest):
    delays = []
    delay = first
    while delay <= longest:
        delay *= 2
        delays.append(delay)

    return delays
