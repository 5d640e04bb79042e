def apply_edits(items, edits):
    added = [edit for edit in edits if edit != "undo"]
    undos = len(edits) - len(added)
    return items + added[: max(0, len(added) - undos)]
