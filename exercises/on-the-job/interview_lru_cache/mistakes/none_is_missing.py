"""You take a value of `None` for a key that is not there. Ask for the key with `in`, not for the value."""


class LruCache:
    """Keeps the values that were used last."""

    def __init__(self, size):
        """Make room for `size` entries."""
        if size < 1:
            raise ValueError(f"a cache needs room for an entry, not for {size}")
        self._size = size
        self._entries = {}

    def put(self, key, value):
        """Keep the value under the key."""
        if key in self._entries:
            del self._entries[key]
        elif len(self._entries) == self._size:
            oldest = next(iter(self._entries))
            del self._entries[oldest]
        self._entries[key] = value

    def get(self, key, default=None):
        """Return the value of the key, or the default."""
        value = self._entries.get(key)
        if value is None:
            return default
        del self._entries[key]
        self._entries[key] = value
        return value

    def __len__(self):
        """Return the number of entries."""
        return len(self._entries)
