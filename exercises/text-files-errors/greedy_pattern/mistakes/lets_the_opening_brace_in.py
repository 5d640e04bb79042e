"""Your names have no closing brace in them, but they may still have an opening one. In `{today:
{sku}` the name begins too early. Keep out both braces."""

import re


def placeholders(template):
    return re.findall(r"\{([^}]+)\}", template)
