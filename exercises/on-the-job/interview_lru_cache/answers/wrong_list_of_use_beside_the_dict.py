class LruCache:
    def __init__(self, size):
        if size < 1:
            raise ValueError(str(size))
        self.size = size
        self.values = {}
        self.used = []

    def _use(self, key):
        if key in self.used:
            self.used.remove(key)
        self.used.append(key)

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.size:
            del self.values[self.used.pop(0)]
        self.values[key] = value
        self._use(key)

    def get(self, key, default=None):
        if key not in self.values:
            return default
        self._use(key)
        return self.values[key]

    def __len__(self):
        return len(self.values)
