"""A regular expression says in one line what a requirement looks like. Lines that do not fit are refused as a
whole, which is safer; to read it, you have to know the small language of patterns."""

import re

PATTERN = re.compile(r"\s*([\w-]+)\s*(?:([<>=!~]=|[<>])\s*([\d.]+)\s*)?(?:#.*)?")


def parse_requirement(line):
    """Return a requirement as (name, operator, version as a tuple)."""
    found = PATTERN.fullmatch(line)
    if not found:
        raise ValueError(f"no requirement in {line!r}")
    name, operator, version = found.groups()
    name = name.lower().replace("_", "-")
    if operator is None:
        return name, None, None
    return name, operator, tuple(int(number) for number in version.split("."))
