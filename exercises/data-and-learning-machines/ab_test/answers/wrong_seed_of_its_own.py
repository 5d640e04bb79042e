def rate(group):
    return sum(group) / len(group)


def ab_test(a, b, rounds, rng):
    """Return both conversion rates, their difference and its p-value."""
    if not a or not b:
        raise ValueError("a group has no visitors")
    difference = rate(b) - rate(a)
    everybody = [*a, *b]
    count = 0
    rng.seed(1)
    for _ in range(rounds):
        rng.shuffle(everybody)
        shuffled = rate(everybody[len(a):]) - rate(everybody[: len(a)])
        if abs(shuffled) >= abs(difference) - 1e-12:
            count += 1
    return {"a": rate(a), "b": rate(b), "difference": difference, "p_value": (count + 1) / (rounds + 1)}
