import json
import logging
import re
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
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, default=str)


def id_of(request):
    """The id that came along, if it has the form of one; else a new one."""
    sent = request.headers.get("X-Request-ID", "")
    if re.fullmatch(r"[a-z0-9-]{1,64}", sent):
        return sent
    return uuid4().hex


@app.middleware("http")
async def give_id(request: Request, call_next):
    """Give each request an id, and write a line about it."""
    token = request_id.set(id_of(request))
    began = perf_counter()
    fields = {"method": request.method, "path": request.url.path, "status": 500}
    try:
        response = await call_next(request)
        response.headers["X-Request-ID"] = request_id.get()
        fields.update(status=response.status_code, ms=(perf_counter() - began) * 1000)
        log.info("request", extra={"fields": fields})
        return response
    except Exception:
        fields["ms"] = (perf_counter() - began) * 1000
        log.exception("request", extra={"fields": fields})
        raise
    finally:
        request_id.reset(token)


@app.get("/parcels/{number}")
async def show(number: int):
    """One parcel."""
    log.info("looked up %s", number)
    return {"number": number, "city": "Porto"}
