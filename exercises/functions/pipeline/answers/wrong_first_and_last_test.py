def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    return [item for item in items if tests[0](item) and tests[-1](item)] if tests else list(items)
