"""Your waits grow by the same amount each time: 3, 6, 9, 12. Each should be twice the one *before*."""


def retry_delays(first, longest):
    delays = []
    delay = first
    while delay <= longest:
        delays.append(delay)
        delay += first

    return delays
