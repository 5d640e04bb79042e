"""Each item you add wipes out the list: the file only ever has the last one. Read the file before you write it."""

import json


def read_items(path):
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = {name: quantity}
    path.write_text(json.dumps(items, indent=2, ensure_ascii=False), encoding="utf-8")
    return items
