import asyncio


class TtlCache:
    def __init__(self, load, seconds, clock):
        self.load = load
        self.seconds = seconds
        self.clock = clock
        self.kept = {}
        self.loading = {}

    async def get(self, key):
        if key in self.kept:
            answer, since = self.kept[key]
            if self.clock() - since < self.seconds:
                return answer
        task = self.loading.get(key)
        if task is None:
            task = self.loading[key] = asyncio.create_task(self._fetch(key))
        return await asyncio.shield(task)

    async def _fetch(self, key):
        me = asyncio.current_task()
        try:
            answer = await self.load(key)
            if self.loading.get(key) is me:
                self.kept.setdefault(key, (answer, self.clock()))
            return answer
        finally:
            if self.loading.get(key) is me:
                del self.loading[key]

    def invalidate(self, key):
        self.kept.pop(key, None)
        self.loading.pop(key, None)
