def ab_test(a, b, rounds, rng):
    """Return both conversion rates, their difference and its p-value."""
