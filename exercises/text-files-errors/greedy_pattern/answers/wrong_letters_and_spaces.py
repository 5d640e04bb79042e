import re


def placeholders(template):
    """Return the names in braces, in the order in which they stand."""
    return re.findall(r"\{([\w ]+)\}", template)
