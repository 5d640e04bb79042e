"""There is never more than one wait in your list. `return` is indented too far: it stands in the loop and ends the
work on the first turn."""


def retry_delays(first, longest):
    delays = []
    delay = first
    while delay <= longest:
        delays.append(delay)
        delay *= 2
        return delays

    return delays
