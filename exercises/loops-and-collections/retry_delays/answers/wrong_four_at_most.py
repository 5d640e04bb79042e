def retry_delays(first, longest):
    delays = [first * 2**n for n in range(4) if first * 2**n <= longest]
    return delays
