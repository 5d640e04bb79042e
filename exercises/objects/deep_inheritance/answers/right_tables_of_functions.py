def insurance(value):
    return max(200, value // 100)


COSTS = {"express": lambda value: 500, "insured": insurance, "fragile": lambda value: 150}
LINES = {
    "express": lambda value: "EXPRESS",
    "insured": lambda value: f"INSURED {value // 100}.{value % 100:02}",
    "fragile": lambda value: "FRAGILE",
}


def refuse_unknown(options):
    unknown = [option for option in options if option not in COSTS]
    if unknown:
        raise ValueError(f"there is no option {unknown[0]}")


def quote(grams, value, options):
    """Return the cost of shipping and the lines of the label."""
    refuse_unknown(options)
    cost = 490 + grams // 10
    lines = [f"{grams} g"]
    for name in COSTS:
        if name in options:
            cost += COSTS[name](value)
            lines.append(LINES[name](value))
    return {"cost": cost, "lines": lines}
