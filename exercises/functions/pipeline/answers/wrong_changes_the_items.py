def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    for test in tests:
        items[:] = [item for item in items if test(item)]
    return list(items)
