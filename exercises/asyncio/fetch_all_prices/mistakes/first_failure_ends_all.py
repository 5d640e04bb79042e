"""One carrier's bad day ends everything: the exception comes straight out of `gather`, and the other
prices are lost. Ask it to hand exceptions back among the results."""

import asyncio


async def fetch_all_prices(carriers, fetch):
    answers = await asyncio.gather(*[fetch(carrier) for carrier in carriers])
    return dict(zip(carriers, answers)), []
