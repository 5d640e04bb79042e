"""The word `undo` itself is on the shopping list now. It is an order to take something back, not a thing to buy."""


def apply_edits(items, edits):
    result = items.copy()
    for edit in edits:
        result.append(edit)
    return result
