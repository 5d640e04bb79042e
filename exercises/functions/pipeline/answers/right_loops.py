from functools import reduce


def run_steps(value, *steps):
    return reduce(lambda result, step: step(result), steps, value)


def keep(items, *tests):
    kept = []
    for item in items:
        fits = True
        for test in tests:
            if not test(item):
                fits = False
                break
        if fits:
            kept.append(item)
    return kept
