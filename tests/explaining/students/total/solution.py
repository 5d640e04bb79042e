def mean(numbers):
    return sum(numbers) / len(numbers) if numbers else 0


def sum_to(n):
    return sum(range(1, n + 1))
