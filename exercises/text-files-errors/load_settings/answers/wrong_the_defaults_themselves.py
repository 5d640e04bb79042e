import json


def load_settings(path, defaults):
    if not path.exists():
        return dict(defaults)
    try:
        changed = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.lineno}: this is not JSON") from error
    if not isinstance(changed, dict):
        raise ValueError(f"{path.name}: this is not an object")
    if not changed:
        return defaults
    return {name: changed.get(name, value) for name, value in defaults.items()}
