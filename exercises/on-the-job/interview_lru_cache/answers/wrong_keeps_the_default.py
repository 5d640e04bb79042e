class LruCache:
    """Keeps the values that were used last."""

    def __init__(self, size):
        """Make room for `size` entries."""
        if size < 1:
            raise ValueError("a cache needs room for one entry")
        self.size = size
        self.values = {}  # the order of the dictionary is that of the last use

    def put(self, key, value):
        """Keep the value under the key."""
        self.values.pop(key, None)
        self.values[key] = value
        while len(self) > self.size:
            del self.values[next(iter(self.values))]

    def get(self, key, default=None):
        """Return the value of the key, or the default."""
        try:
            self.values[key] = self.values.pop(key)
        except KeyError:
            if default is not None:
                self.put(key, default)
            return default
        return self.values[key]

    def __len__(self):
        """Return the number of entries."""
        return len(self.values)
