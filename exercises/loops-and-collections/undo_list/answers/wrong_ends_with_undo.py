def apply_edits(items, edits):
    added = []
    for edit in edits:
        if edit.endswith("undo"):
            added = added[:-1]
        else:
            added.append(edit)
    return items + added
