import re


def placeholders(template):
    return re.findall(r"\{([^{}\n]+)\}", template)
