"""An empty pair `{}` gives you a placeholder without a name. `*` allows no character at all; a
name has at least one."""

import re


def placeholders(template):
    return re.findall(r"\{([^{}]*)\}", template)
