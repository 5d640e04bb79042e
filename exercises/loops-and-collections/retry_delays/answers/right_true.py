def retry_delays(first, longest):
    delays = []
    while True:
        if first > longest:
            return delays
        delays.append(first)
        first = first * 2
