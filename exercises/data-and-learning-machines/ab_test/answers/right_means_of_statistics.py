from statistics import mean

def rate(group):
    """Return the share of ones in a group."""
    return sum(group) / len(group)


def ab_test(a, b, rounds, rng):
    """Return both conversion rates, their difference and its p-value."""
    rates = {"a": mean(a), "b": mean(b)}
    difference = rates["b"] - rates["a"]
    pool = list(a) + list(b)

    def shuffled():
        rng.shuffle(pool)
        return abs(mean(pool[: len(b)]) - mean(pool[len(b) :]))

    count = sum(shuffled() >= abs(difference) - 1e-9 for _ in range(rounds))
    return {**rates, "difference": difference, "p_value": (count + 1) / (rounds + 1)}
