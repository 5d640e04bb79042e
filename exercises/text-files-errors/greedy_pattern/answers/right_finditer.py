import re


def placeholders(template):
    return [match.group(1) for match in re.finditer("[{]([^}{]+)[}]", template)]
