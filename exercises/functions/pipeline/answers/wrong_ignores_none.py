def run_steps(value, *steps):
    for step in steps:
        result = step(value)
        if result is None:
            return value
        value = result
    return value


def keep(items, *tests):
    return [item for item in items if all(test(item) for test in tests)]
