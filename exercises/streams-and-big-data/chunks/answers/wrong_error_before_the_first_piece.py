def chunks(items, size):
    if size < 1:
        raise ValueError("size")
    def inner():
        batch = []
        for item in items:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
        if batch:
            yield batch
    return inner()
