"""`.+?` takes little, but at least one character, and that may be a brace. So `{}` swallows
text up to the next name. Say which characters a name may not have."""

import re


def placeholders(template):
    return re.findall(r"\{(.+?)\}", template)
