def flatten(box):
    things = []
    todo = box[::-1]
    while todo:
        item = todo.pop()
        if isinstance(item, list):
            todo.extend(item[::-1])
        else:
            things.append(item)
    return things
