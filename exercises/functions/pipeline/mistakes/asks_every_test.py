"""The items are right, but a test is called for items that another test has turned down already. After a no the
rest should not be asked; some tests are slow."""


def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    kept = []
    for item in items:
        answers = [bool(test(item)) for test in tests]
        if False not in answers:
            kept.append(item)
    return kept
