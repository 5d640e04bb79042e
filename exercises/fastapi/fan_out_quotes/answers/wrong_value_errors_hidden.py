import asyncio

from fastapi import FastAPI, HTTPException

JOURNAL = []  # who was asked and who has answered, in order


class CarrierDown(Exception):
    """The carrier's service does not answer."""


class Carrier:
    """A carrier's service. `most` is the heaviest parcel it has an offer for, in grams."""

    def __init__(self, name, cents, most):
        self.name = name
        self.cents = cents
        self.most = most

    async def is_awake(self):
        """Tell whether the service is running."""
        await asyncio.sleep(0.001)
        return True

    async def quote(self, grams):
        """Return the price of a parcel in cents."""
        JOURNAL.append(f"asked {self.name}")
        await asyncio.sleep(0.001)
        JOURNAL.append(f"answered {self.name}")
        if grams > self.most:
            raise CarrierDown(self.name)
        return self.cents + grams // 10


CARRIERS = [Carrier("Gull", 490, 5_000), Carrier("Heron", 400, 2_000), Carrier("Tern", 900, 30_000)]
app = FastAPI()


@app.get("/carriers")
async def carriers():
    """Tell which carriers are awake; all are asked at once."""
    awake = await asyncio.gather(*[carrier.is_awake() for carrier in CARRIERS])
    return {carrier.name: yes for carrier, yes in zip(CARRIERS, awake)}


async def offer_of(carrier, grams):
    """Return one carrier's offer, or None when it is down."""
    try:
        cents = await carrier.quote(grams)
    except (CarrierDown, ValueError):
        return None
    return {"carrier": carrier.name, "cents": cents}


@app.get("/quotes")
async def quotes(grams: int):
    """Ask all carriers at once and list their offers, cheapest first."""
    answers = await asyncio.gather(*[offer_of(carrier, grams) for carrier in CARRIERS])
    offers = [offer for offer in answers if offer is not None]
    if not offers:
        raise HTTPException(503, detail="no carrier answers")
    return sorted(offers, key=lambda offer: offer["cents"])
