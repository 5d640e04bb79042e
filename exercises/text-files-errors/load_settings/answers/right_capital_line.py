import json


def load_settings(path, defaults):
    result = {**defaults}
    try:
        with open(path, encoding="utf-8") as file:
            changed = json.load(file)
    except FileNotFoundError:
        return result
    except ValueError as problem:
        raise ValueError(f"Line {problem.lineno} of {path.name} is broken") from None
    if not isinstance(changed, dict):
        raise ValueError(f"No settings in {path.name}")
    result.update({key: value for key, value in changed.items() if key in result})
    return result
