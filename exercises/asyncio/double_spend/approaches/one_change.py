"""Both methods use one that changes a balance, so there is one place that locks, reads and writes. A third
method that changes balances cannot forget the lock."""

import asyncio


class Till:
    def __init__(self, store):
        self.store = store
        self.locks = {}

    async def _change(self, card, cents):
        async with self.locks.setdefault(card, asyncio.Lock()):
            left = await self.store.read(card) + cents
            if left < 0 and cents < 0:
                return False
            await self.store.write(card, left)
            return True

    async def pay(self, card, cents):
        return await self._change(card, -cents)

    async def top_up(self, card, cents):
        await self._change(card, cents)
