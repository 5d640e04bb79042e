"""You count only the shuffles in which B looks better. A test that could have come out either way counts both: take
the size of the difference without its sign."""


def rate(group):
    return sum(group) / len(group)


def ab_test(a, b, rounds, rng):
    if not a or not b:
        raise ValueError("a group without visitors has no conversion rate")
    difference = rate(b) - rate(a)
    heap = a + b
    count = 0
    for _ in range(rounds):
        rng.shuffle(heap)
        dealt = rate(heap[len(a):]) - rate(heap[:len(a)])
        if dealt >= difference:
            count += 1
    return {
        "a": rate(a),
        "b": rate(b),
        "difference": difference,
        "p_value": (count + 1) / (rounds + 1),
    }
