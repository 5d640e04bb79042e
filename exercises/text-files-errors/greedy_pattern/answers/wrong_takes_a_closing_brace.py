import re


def placeholders(template):
    return re.findall(r"\{([^{]+?)\}", template)
