import json
import logging
import re
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from uuid import uuid4

from fastapi import FastAPI, Request

request_id = ContextVar("request_id", default="-")
log = logging.getLogger("shop")
app = FastAPI()


class JsonLines(logging.Formatter):
    """Makes one line of JSON of each record."""

    def format(self, record):
        line = {
            "level": record.levelname,
            "message": record.getMessage(),
            "request_id": request_id.get(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line |= {"error": self.formatException(record.exc_info)}
        return json.dumps(line, default=str)


@contextmanager
def named(wanted):
    """Give the block an id."""
    good = re.fullmatch("[A-Za-z0-9-]{1,64}", wanted)
    token = request_id.set(wanted if good else uuid4().hex)
    try:
        yield request_id.get()
    finally:
        request_id.set("-")


@app.middleware("http")
async def give_id(request: Request, call_next):
    """Give each request an id, and write a line about it."""
    began = perf_counter()
    fields = {"method": request.method, "path": request.url.path, "status": 500}
    with named(request.headers.get("X-Request-ID", "")) as name:
        failed = True
        try:
            response = await call_next(request)
            response.headers["X-Request-ID"] = name
            fields["status"] = response.status_code
            failed = False
        finally:
            fields["ms"] = round((perf_counter() - began) * 1000, 1)
            level = logging.ERROR if failed else logging.INFO
            log.log(level, "request", extra={"fields": fields}, exc_info=failed)
    return response


@app.get("/parcels/{number}")
async def show(number: int):
    """One parcel."""
    log.info("looked up %s", number)
    return {"number": number, "city": "Porto"}
