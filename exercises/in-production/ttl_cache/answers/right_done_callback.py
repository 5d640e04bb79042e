import asyncio


class TtlCache:
    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock
        self.entries = {}

    async def get(self, key):
        entry = self.entries.get(key)
        if entry is None or (entry["until"] is not None and entry["until"] <= self.clock()):
            entry = {"until": None, "task": asyncio.create_task(self.load(key))}
            self.entries[key] = entry
            entry["task"].add_done_callback(lambda task: self._came(key, entry, task))
        return await asyncio.shield(entry["task"])

    def _came(self, key, entry, task):
        entry["until"] = self.clock() + self.seconds
        if task.cancelled() or task.exception() is not None:
            if self.entries.get(key) is entry:
                del self.entries[key]

    def invalidate(self, key):
        self.entries.pop(key, None)
