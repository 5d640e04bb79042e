"""For an empty pair `{}` you return a placeholder without a name. A name has at least one character."""

import re


def placeholders(template):
    return re.findall(r"\{([^{}]*)\}", template)
