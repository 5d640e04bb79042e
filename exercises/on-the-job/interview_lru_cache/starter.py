class LruCache:
    """Keeps the values that were used last."""

    def __init__(self, size):
        """Make room for `size` entries."""

    def put(self, key, value):
        """Keep the value under the key."""

    def get(self, key, default=None):
        """Return the value of the key, or the default."""

    def __len__(self):
        """Return the number of entries."""
        return 0
