def parse_requirement(line):
    """Return a requirement as (name, operator, version); version is a tuple of numbers."""
