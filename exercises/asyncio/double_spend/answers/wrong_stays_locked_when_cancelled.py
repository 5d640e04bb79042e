import asyncio
from collections import defaultdict


class Till:
    """Takes money off gift cards and puts it on. The store keeps the balances, in cents."""

    def __init__(self, store):
        self.store = store
        self.locks = defaultdict(asyncio.Lock)

    async def pay(self, card, cents):
        """Take the cents off the card and return True, or return False if there are too few."""
        await self.locks[card].acquire()
        try:
            left = await self.store.read(card)
            if left >= cents:
                await self.store.write(card, left - cents)
        except Exception:
            self.locks[card].release()
            raise
        self.locks[card].release()
        return left >= cents

    async def top_up(self, card, cents):
        """Put the cents on the card."""
        async with self.locks[card]:
            left = await self.store.read(card)
            await self.store.write(card, left + cents)
