def retry_delays(first, longest):
    delays = []
    n = 0
    while first * 2**n <= longest:
        delays.append(first * 2**n)
        n += 1
    return delays
