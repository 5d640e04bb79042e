import asyncio
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary


class Till:
    """Takes money off gift cards and puts it on. The store keeps the balances, in cents."""

    def __init__(self, store):
        self.store = store
        self.turns = {}  # a lock goes when nobody uses the card

    @asynccontextmanager
    async def balance(self, card):
        turn = self.turns.setdefault(card, asyncio.Lock())
        async with turn:
            try:
                yield await self.store.read(card)
            finally:
                self.turns.pop(card, None)

    async def pay(self, card, cents):
        """Take the cents off the card and return True, or return False if there are too few."""
        async with self.balance(card) as left:
            enough = cents <= left
            if enough:
                await self.store.write(card, left - cents)
        return enough

    async def top_up(self, card, cents):
        """Put the cents on the card."""
        async with self.balance(card) as left:
            await self.store.write(card, left + cents)
