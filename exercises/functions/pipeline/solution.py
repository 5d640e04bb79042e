def run_steps(value, *steps):
    """Hand the value through all steps and return what comes out."""
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    """Return the items that pass every test, in their order."""
    kept = list(items)
    for test in tests:
        kept = [item for item in kept if test(item)]
    return kept
