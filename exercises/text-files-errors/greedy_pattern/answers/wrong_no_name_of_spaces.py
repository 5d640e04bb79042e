import re


def placeholders(template):
    return [n for n in re.findall(r"\{([^{}]+)\}", template) if n.strip()]
