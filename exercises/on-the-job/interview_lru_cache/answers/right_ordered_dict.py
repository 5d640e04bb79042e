from collections import OrderedDict


class LruCache:
    """Keeps the values that were used last."""

    def __init__(self, size):
        """Make room for `size` entries."""
        if size < 1:
            raise ValueError(f"a cache needs room for an entry, not for {size}")
        self._size = size
        self._entries = OrderedDict()

    def put(self, key, value):
        """Keep the value under the key."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._size:
            self._entries.popitem(last=False)

    def get(self, key, default=None):
        """Return the value of the key, or the default."""
        if key not in self._entries:
            return default
        self._entries.move_to_end(key)
        return self._entries[key]

    def __len__(self):
        """Return the number of entries."""
        return len(self._entries)
