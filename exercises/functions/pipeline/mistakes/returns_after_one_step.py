"""Your `return` stands inside the loop, so the first step is also the last. Go through all of them
first."""


def run_steps(value, *steps):
    for step in steps:
        value = step(value)
        return value
    return value


def keep(items, *tests):
    return [item for item in items if all(test(item) for test in tests)]
