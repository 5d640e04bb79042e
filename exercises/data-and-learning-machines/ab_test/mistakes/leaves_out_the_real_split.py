"""Your p-value can become 0, as if chance could never do it. The real split is one of the possible ones and counts
as well, above and below."""


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
        if abs(dealt) >= abs(difference):
            count += 1
    return {
        "a": rate(a),
        "b": rate(b),
        "difference": difference,
        "p_value": count / rounds if rounds else 1,
    }
