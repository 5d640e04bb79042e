"""You don't find `{first name}`: a name may have spaces and hyphens in it. Think of what a name may *not* have."""

import re


def placeholders(template):
    return re.findall(r"\{(\w+)\}", template)
