"""`\\w` fits letters and digits, but no spaces and hyphens, so `{first name}` is not found.
Think of what a name may *not* have."""

import re


def placeholders(template):
    return re.findall(r"\{(\w+)\}", template)
