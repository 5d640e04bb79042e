def retry_delays(first, longest):
    delays = []
    delay = first
    while delay <= longest and len(delays) < 10:
        delays.append(delay)
        delay = delay**2 if delay > 1 else delay * 2
    return delays
