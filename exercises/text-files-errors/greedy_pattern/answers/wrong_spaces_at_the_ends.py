import re


def placeholders(template):
    return [name.strip() for name in re.findall(r"\{([^{}]+)\}", template)]
