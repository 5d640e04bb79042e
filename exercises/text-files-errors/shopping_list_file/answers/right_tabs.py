import json


def read_items(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def add_item(path, name, quantity):
    items = read_items(path)
    items.setdefault(name, 0)
    items[name] += quantity
    path.write_bytes(json.dumps(items, ensure_ascii=False, indent="\t").encode("utf-8"))
    return read_items(path)
