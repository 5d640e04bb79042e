import json


def load_settings(path, defaults):
    """Return the settings of a JSON file, with defaults for those it does not name."""
    settings = dict(defaults)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return settings
    try:
        changed = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: this is not JSON") from error
    if not isinstance(changed, dict):
        raise ValueError(f"{path.name}: settings stand in an object, between braces")
    for name, value in changed.items():
        if name in settings and value:
            settings[name] = value
    return settings
