import re


def placeholders(template):
    """Return the names in braces, in the order in which they stand."""
    return list(dict.fromkeys(re.findall(r"\{([^{}]+)\}", template)))
