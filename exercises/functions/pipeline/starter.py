def run_steps(value, *steps):
    """Hand the value through all steps and return what comes out."""


def keep(items, *tests):
    """Return the items that pass every test, in their order."""
