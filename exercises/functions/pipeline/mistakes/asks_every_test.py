"""The items are right, but you run every test on every item and only then look at the answers. After a
no the rest need not be asked; some tests are slow."""


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
