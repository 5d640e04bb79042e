"""Your names may still contain an opening brace: in `{today: {sku}` the name begins too early. Keep out both braces."""

import re


def placeholders(template):
    return re.findall(r"\{([^}]+)\}", template)
