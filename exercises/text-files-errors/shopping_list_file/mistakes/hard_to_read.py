"""Your file is good JSON, but everything is on one line, or `crème` is written as `cr\\u00e8me`. Two settings of `dumps` change
that."""

import json


def read_items(path):
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = read_items(path)
    items[name] = items.get(name, 0) + quantity
    path.write_text(json.dumps(items), encoding="utf-8")
    return items
