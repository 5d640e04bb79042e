"""A broken file raises an exception, but its message doesn't say which file and which line. Catch the exception that `json`
raises, and raise a `ValueError` that names both."""

import json


def load_settings(path, defaults):
    settings = dict(defaults)
    if path.exists():
        changed = json.loads(path.read_text(encoding="utf-8"))
        for name, value in changed.items():
            if name in settings:
                settings[name] = value
    return settings
