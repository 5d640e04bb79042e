def chunks(items, size):
    batch = []
    for item in items:
        if size < 1:
            raise ValueError("size")
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
