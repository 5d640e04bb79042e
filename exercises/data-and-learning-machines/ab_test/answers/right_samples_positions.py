def rate(group):
    """Return the share of ones in a group."""
    return sum(group) / len(group)


def ab_test(a, b, rounds, rng):
    """Return both conversion rates, their difference and its p-value."""
    if len(a) == 0 or len(b) == 0:
        raise ValueError("both groups need visitors")
    everybody = [*a, *b]
    orders = sum(everybody)
    real = sum(b) / len(b) - sum(a) / len(a)
    extreme = 1
    for _ in range(rounds):
        in_a = sum(rng.sample(everybody, len(a)))
        extreme += abs((orders - in_a) / len(b) - in_a / len(a)) >= abs(real) - 1e-12
    return dict(
        a=sum(a) / len(a), b=sum(b) / len(b), difference=real, p_value=extreme / (rounds + 1)
    )
