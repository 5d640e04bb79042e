import json
from functools import cache


@cache
def read_items(path):
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    items = read_items(path)
    items[name] = items.get(name, 0) + quantity
    path.write_text(json.dumps(items, ensure_ascii=False, indent=4), encoding="utf-8")
    return items
