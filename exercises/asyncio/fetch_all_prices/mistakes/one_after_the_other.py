"""The prices are right, but each carrier is only asked when the one before has answered: `await` in a
loop waits in a row. Start all requests first."""


async def fetch_all_prices(carriers, fetch):
    prices = {}
    failed = []
    for carrier in carriers:
        try:
            prices[carrier] = await fetch(carrier)
        except Exception:
            failed.append(carrier)
    return prices, failed
