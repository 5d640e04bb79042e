from collections import OrderedDict


class LruCache:
    def __init__(self, size):
        if size < 1:
            raise ValueError(f"no room for {size} entries")
        self._size = size
        self._entries = OrderedDict()

    def put(self, key, value):
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._size:
            self._entries.popitem(last=False)

    def get(self, key, default=None):
        value = self._entries.get(key, default)
        if value != default:
            self._entries.move_to_end(key)
        return value

    def __len__(self):
        return len(self._entries)
