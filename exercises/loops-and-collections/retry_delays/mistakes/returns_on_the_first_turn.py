"""There is never more than one wait in your list. The function returns before the loop has come round again."""


def retry_delays(first, longest):
    delays = []
    delay = first
    while delay <= longest:
        delays.append(delay)
        delay *= 2
        return delays

    return delays
