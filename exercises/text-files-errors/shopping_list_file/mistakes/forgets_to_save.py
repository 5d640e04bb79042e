"""You change the dictionary, but not the file. Tomorrow the item is gone. Write the list back after the change."""

import json


def read_items(path):
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = read_items(path)
    items[name] = items.get(name, 0) + quantity
    return items
