import json


def read_items(path):
    try:
        with path.open(encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def add_item(path, name, quantity):
    items = read_items(path)
    if name in items:
        items[name] += quantity
    else:
        items[name] = quantity
    with path.open("w", encoding="utf-8") as file:
        json.dump(items, file, ensure_ascii=False, indent=4)
    return items
