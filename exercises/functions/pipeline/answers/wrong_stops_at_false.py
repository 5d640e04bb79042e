def run_steps(value, *steps):
    for step in steps:
        if not value:
            return value
        value = step(value)
    return value


def keep(items, *tests):
    return [item for item in items if all(test(item) for test in tests)]
