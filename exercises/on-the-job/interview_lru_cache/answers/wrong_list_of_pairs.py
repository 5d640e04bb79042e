class LruCache:
    def __init__(self, size):
        if size < 1:
            raise ValueError(str(size))
        self.size = size
        self.pairs = []

    def put(self, key, value):
        self.pairs = [pair for pair in self.pairs if pair[0] != key]
        self.pairs.append((key, value))
        self.pairs = self.pairs[-self.size :]

    def get(self, key, default=None):
        for pair in self.pairs:
            if pair[0] == key:
                self.pairs.remove(pair)
                self.pairs.append(pair)
                return pair[1]
        return default

    def __len__(self):
        return len(self.pairs)
