"""A brace gets into your names: `{}` swallows the text up to the next name. `.` matches any character, a brace too. Say
which characters a name may not have."""

import re


def placeholders(template):
    return re.findall(r"\{(.+?)\}", template)
