"""Settings that `defaults` doesn't have come through too. Use a value from the file only if `defaults` has that key."""

import json


def load_settings(path, defaults):
    if not path.exists():
        return dict(defaults)
    try:
        changed = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: this is not JSON") from error
    if not isinstance(changed, dict):
        raise ValueError(f"{path.name}: settings stand in an object, between braces")
    return {**defaults, **changed}
