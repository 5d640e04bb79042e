def retry_delays(first, longest):
    delays = [first]
    while delays[-1] * 2 <= longest:
        delays.append(delays[-1] * 2)
    return delays
