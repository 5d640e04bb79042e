"""For a broken file you return the defaults without a word. The person who changed the file sees that nothing happens, and
never learns why. Only a *missing* file is fine; a broken one needs an exception."""

import json


def load_settings(path, defaults):
    settings = dict(defaults)
    try:
        changed = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return settings
    if not isinstance(changed, dict):
        return settings
    for name, value in changed.items():
        if name in settings:
            settings[name] = value
    return settings
