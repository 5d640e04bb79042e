"""The caller's `defaults` change, or you return that very dictionary. From then on its defaults are lost. Work on a copy."""

import json


def load_settings(path, defaults):
    if not path.exists():
        return defaults
    try:
        changed = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: this is not JSON") from error
    if not isinstance(changed, dict):
        raise ValueError(f"{path.name}: settings stand in an object, between braces")
    for name, value in changed.items():
        if name in defaults:
            defaults[name] = value
    return defaults
