import asyncio
import time

from fastapi import FastAPI, HTTPException
from fastapi.concurrency import run_in_threadpool

PARCELS = {7: "Porto", 8: "Faro"}


class LabelPrinter:
    """The printer in the packing hall, as its maker delivers it."""

    def print_label(self, text):
        """Print a label and return when the paper is out."""
        time.sleep(0.01)  # some seconds in the packing hall
        return f"printed: {text}"


async def carrier_code(number):
    """Ask the carrier for the code of a parcel."""
    await asyncio.sleep(0.001)
    return f"GULL-{number}"


PRINTER = LabelPrinter()
app = FastAPI()


def city_of(number):
    """Return where a parcel goes; refuse with 404 if there is none."""
    if number not in PARCELS:
        raise HTTPException(404, detail=f"no parcel {number}")
    return PARCELS[number]


@app.get("/parcels/{number}")
async def track(number: int):
    """Where a parcel goes."""
    return {"city": city_of(number)}


@app.post("/labels/{number}", status_code=201)
async def label(number: int):
    """Print the label of a parcel."""
    code = await carrier_code(number)
    city = PARCELS.get(number)
    paper = await run_in_threadpool(PRINTER.print_label, f"{city} {code}")
    city_of(number)
    return {"label": paper}
