"""Your lines run once only. `if` asks its question one time; `while` comes back and asks again."""


def retry_delays(first, longest):
    delays = []
    delay = first
    if delay <= longest:
        delays.append(delay)
        delay *= 2
        if delay <= longest:
            delays.append(delay)

    return delays
