def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    return [item for item in items if item and all(test(item) for test in tests)]
