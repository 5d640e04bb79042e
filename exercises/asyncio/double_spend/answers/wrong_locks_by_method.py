import asyncio
from collections import defaultdict


class Till:
    """Takes money off gift cards and puts it on. The store keeps the balances, in cents."""

    def __init__(self, store):
        self.store = store
        self.locks = defaultdict(asyncio.Lock)
        self.top_up_locks = defaultdict(asyncio.Lock)

    async def pay(self, card, cents):
        """Take the cents off the card and return True, or return False if there are too few."""
        async with self.locks[card]:
            left = await self.store.read(card)
            if left < cents:
                return False
            await self.store.write(card, left - cents)
            return True

    async def top_up(self, card, cents):
        """Put the cents on the card."""
        async with self.top_up_locks[card]:
            left = await self.store.read(card)
            await self.store.write(card, left + cents)
