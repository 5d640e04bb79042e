import json


def read_items(path):
    """Return the items of the list and how many to buy; nothing when there is no file."""
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def add_item(path, name, quantity):
    """Add an item to the list, save it, and return the whole list."""
    items = read_items(path)
    items[name] = items.get(name, 0) + quantity
    text = json.dumps(items, indent=2, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return {name: items[name]}
