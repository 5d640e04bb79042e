class LruCache:
    def __init__(self, size):
        if size < 1:
            raise ValueError("no room")
        self.size = size
        self.uses = 0
        self.values = {}
        self.used_at = {}

    def _use(self, key):
        self.uses += 1
        self.used_at[key] = self.uses

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.size:
            oldest = min(self.used_at, key=self.used_at.get)
            del self.values[oldest], self.used_at[oldest]
        self.values[key] = value
        self._use(key)

    def get(self, key, default=None):
        if key not in self.values:
            return default
        self._use(key)
        return self.values[key]

    def __len__(self):
        return len(self.values)
