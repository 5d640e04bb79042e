"""Ask all tests about one item before the next. It takes one function more, and is the way to go when the items
come one at a time."""


def run_steps(value, *steps):
    """Hand the value through all steps and return what comes out."""
    for step in steps:
        value = step(value)
    return value


def passes(item, tests):
    """Whether every test says yes to the item; stops at the first that says no."""
    for test in tests:
        if not test(item):
            return False
    return True


def keep(items, *tests):
    """Return the items that pass every test, in their order."""
    return [item for item in items if passes(item, tests)]
