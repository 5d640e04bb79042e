def retry_delays(first, longest):
    delays = []
    for n in range(10):
        if first * 2 ** n <= longest:
            delays.append(first * 2 ** n)
    return delays
