"""You keep an item as soon as *one* test says yes. It has to pass every one of them."""


def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    return [item for item in items if any(test(item) for test in tests)]
