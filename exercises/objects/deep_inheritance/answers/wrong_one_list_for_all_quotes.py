OPTIONS = {
    "express": (lambda value: 500, lambda value: "EXPRESS"),
    "insured": (
        lambda value: max(200, value // 100),
        lambda value: f"INSURED {value // 100}.{value % 100:02}",
    ),
    "fragile": (lambda value: 150, lambda value: "FRAGILE"),
}


LINES = []


def quote(grams, value, options):
    for option in options:
        if option not in OPTIONS:
            raise ValueError(f"there is no option {option}")
    cost = 490 + grams // 10
    lines = LINES
    lines[:] = [f"{grams} g"]
    for name, (extra, text) in OPTIONS.items():
        if name in options:
            cost += extra(value)
            lines.append(text(value))
    return {"cost": cost, "lines": lines}
