"""If an item is on the list already, your new quantity replaces the old one. The family still wants the first two; add the
quantities up."""

import json


def read_items(path):
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = read_items(path)
    items[name] = quantity
    path.write_text(json.dumps(items, indent=2, ensure_ascii=False), encoding="utf-8")
    return items
