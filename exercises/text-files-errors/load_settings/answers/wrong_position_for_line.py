import json


def load_settings(path, defaults):
    if not path.exists():
        return dict(defaults)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {error.pos}: this is not JSON") from error
    if not isinstance(data, dict):
        raise ValueError(path.name)
    return {**defaults, **{name: value for name, value in data.items() if name in defaults}}
