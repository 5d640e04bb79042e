from collections import OrderedDict


class LruCache:
    def __init__(self, size):
        if size < 1:
            raise ValueError(f"no room for {size} entries")
        self._size = size
        self._entries = OrderedDict()

    def put(self, key, value):
        if len(self._entries) >= self._size and self._entries:
            if key not in self._entries or next(iter(self._entries)) == key:
                self._entries.popitem(last=False)
        self._entries[key] = value
        if len(self._entries) > self._size:
            self._entries.popitem(last=False)

    def get(self, key, default=None):
        try:
            self._entries.move_to_end(key)
        except KeyError:
            return default
        return self._entries[key]

    def __len__(self):
        return len(self._entries)
