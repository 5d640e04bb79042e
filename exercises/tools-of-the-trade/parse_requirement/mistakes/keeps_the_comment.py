"""What comes after `#` is for people. Your code treats it as part of the requirement. Cut it off before you look
for anything else."""

OPERATORS = (">=", "<=", "==", "!=", "~=", ">", "<")


def parse_requirement(line):
    """Return a requirement as (name, operator, version as a tuple)."""
    text = line.strip()
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
    return name.strip().lower().replace("_", "-")
