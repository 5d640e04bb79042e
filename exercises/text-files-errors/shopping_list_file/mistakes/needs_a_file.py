"""Before the first item there is no file, and your function stops with an exception. A list that nobody has begun is empty."""

import json


def read_items(path):
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = read_items(path)
    items[name] = items.get(name, 0) + quantity
    path.write_text(json.dumps(items, indent=2, ensure_ascii=False), encoding="utf-8")
    return items
