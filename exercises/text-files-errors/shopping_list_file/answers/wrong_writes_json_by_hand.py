import json


def read_items(path):
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = read_items(path)
    items[name] = items.get(name, 0) + quantity
    rows = [f'"{k}": {v}' for k, v in items.items()]
    path.write_text("{\n" + ",\n".join(rows) + "\n}", encoding="utf-8")
    return items
