OPERATORS = (">=", "<=", "==", "!=", "~=", ">", "<")


def parse_requirement(line):
    """Return a requirement as (name, operator, version as a tuple)."""
    text = line.partition("#")[0].strip()
    if not text:
        raise ValueError(f"no requirement in {line!r}")
    for operator in OPERATORS:
        if operator in text:
            name, _, version = text.partition(operator)
            numbers = tuple(int(number) for number in version.split("."))
            return tidy(name), operator, numbers
    return tidy(text), None, None


def tidy(name):
    """Return a library's name as the index writes it."""
    return name.strip().lower().replace("_", "-", 1)
