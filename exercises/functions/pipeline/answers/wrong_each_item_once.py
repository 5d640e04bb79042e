def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    kept = []
    for item in items:
        if item not in kept and all(test(item) for test in tests):
            kept.append(item)
    return kept
