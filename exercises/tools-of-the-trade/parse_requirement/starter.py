def parse_requirement(line):
    """Return a requirement as (name, operator, version as a tuple)."""
