def rate(group):
    """Return the share of ones in a group."""
    return round(sum(group) / len(group), 2)


def ab_test(a, b, rounds, rng):
    """Return both conversion rates, their difference and its p-value."""
    if not a or not b:
        raise ValueError("a group without visitors has no conversion rate")
    difference = rate(b) - rate(a)
    heap = a + b
    count = 0
    for _ in range(rounds):
        rng.shuffle(heap)
        dealt = rate(heap[len(a):]) - rate(heap[:len(a)])
        if abs(dealt) >= abs(difference):
            count += 1
    return {
        "a": rate(a),
        "b": rate(b),
        "difference": difference,
        "p_value": (count + 1) / (rounds + 1),
    }
