def ab_test(a, b, rounds, rng):
    if not a or not b:
        raise ValueError("a group without visitors has no rate")
    n, m = len(a), len(b)
    everybody = [*a, *b]
    total = sum(everybody)

    def scaled(ones):
        # n * m times the difference, as a whole number
        return (total - ones) * n - ones * m

    real = scaled(sum(a))
    count = 0
    for _ in range(rounds):
        rng.shuffle(everybody)
        count += abs(scaled(sum(everybody[:n]))) >= abs(real)
    return {
        "a": sum(a) / n,
        "b": sum(b) / m,
        "difference": round(sum(b) / m - sum(a) / n, 2),
        "p_value": (count + 1) / (rounds + 1),
    }
