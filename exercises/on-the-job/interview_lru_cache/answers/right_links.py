class LruCache:
    """A dictionary, and a chain from the newest entry to the oldest."""

    def __init__(self, size):
        if size < 1:
            raise ValueError(f"no cache has room for {size}")
        self.size = size
        self.entries = {}
        self.end = [None, None, None, None]
        self.end[0] = self.end[1] = self.end

    def _take_out(self, entry):
        before, after = entry[0], entry[1]
        before[1], after[0] = after, before

    def _put_first(self, entry):
        first = self.end[1]
        entry[0], entry[1] = self.end, first
        self.end[1] = first[0] = entry

    def put(self, key, value):
        if key in self.entries:
            self._take_out(self.entries.pop(key))
        elif len(self.entries) == self.size:
            oldest = self.end[0]
            self._take_out(oldest)
            del self.entries[oldest[2]]
        self.entries[key] = [None, None, key, value]
        self._put_first(self.entries[key])

    def get(self, key, default=None):
        if key not in self.entries:
            return default
        entry = self.entries[key]
        self._take_out(entry)
        self._put_first(entry)
        return entry[3]

    def __len__(self):
        return len(self.entries)
