import json
def load_settings(path, defaults):
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return defaults.copy()
    except json.JSONDecodeError as e:
        raise ValueError(f"{path.name}, line {e.lineno}") from e
    if isinstance(data, list):
        raise ValueError(f"{path.name}: no object")
    return {name: data.get(name, value) if data else value for name, value in defaults.items()}
