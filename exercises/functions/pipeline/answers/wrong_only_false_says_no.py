def run_steps(value, *steps):
    for step in steps:
        value = step(value)
    return value


def keep(items, *tests):
    kept = []
    for item in items:
        good = True
        for test in tests:
            if test(item) == False:
                good = False
                break
        if good:
            kept.append(item)
    return kept
