import json


def load_settings(path, defaults):
    if not path.is_file():
        return defaults.copy()
    try:
        changed = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as problem:
        raise ValueError(f"{path.name}:{problem.lineno}: this is not JSON") from problem
    if type(changed) is not dict:
        raise ValueError(f"{path}: expected an object")
    return {name: changed.get(name, default) for name, default in defaults.items()}
