"""Each of your steps gets the value from the beginning, so only the last one shows. A step works on what the
step before it returned."""


def run_steps(value, *steps):
    result = value
    for step in steps:
        result = step(value)
    return result


def keep(items, *tests):
    return [item for item in items if all(test(item) for test in tests)]
