"""The first step is also the last. The result may only be returned when all of them have run."""


def run_steps(value, *steps):
    for step in steps:
        value = step(value)
        return value
    return value


def keep(items, *tests):
    return [item for item in items if all(test(item) for test in tests)]
