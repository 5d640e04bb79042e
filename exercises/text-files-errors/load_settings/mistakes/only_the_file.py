"""Your result has only what is in the file. The settings that it leaves out are missing. Begin with the defaults."""

import json


def load_settings(path, defaults):
    if not path.exists():
        return dict(defaults)
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: this is not JSON") from error
    if not isinstance(settings, dict):
        raise ValueError(f"{path.name}: this is not an object")
    return {name: value for name, value in settings.items() if name in defaults}
