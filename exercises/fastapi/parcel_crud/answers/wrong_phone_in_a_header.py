import itertools

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

app = FastAPI()
PARCELS = {}  # number -> a dictionary with number, city, phone and status
NUMBERS = itertools.count(1)  # next(NUMBERS) gives a number that was never used


class UnknownParcel(Exception):
    """There is no parcel with this number."""


class NewParcel(BaseModel):
    """A parcel as a shop announces it. The phone number is for the driver only."""

    city: str = Field(min_length=1)
    phone: str = Field(min_length=1)


def find(number):
    """Return the stored parcel; raise UnknownParcel if there is none."""
    if number not in PARCELS:
        raise UnknownParcel(number)
    return PARCELS[number]


@app.exception_handler(UnknownParcel)
def unknown(request: Request, error: UnknownParcel):
    return JSONResponse({"detail": f"no parcel {error.args[0]}"}, 404)


class Parcel(BaseModel):
    number: int
    city: str
    status: str


def at_home(number):
    parcel = find(number)
    if parcel["status"] == "on the road":
        raise HTTPException(409, f"parcel {number} is on the road")
    return parcel


@app.post("/parcels", status_code=201)
def announce(new: NewParcel, response: Response) -> Parcel:
    response.headers["X-Phone"] = new.phone
    number = next(NUMBERS)
    PARCELS[number] = {"number": number, **new.model_dump(), "status": "announced"}
    response.headers["Location"] = f"/parcels/{number}"
    return PARCELS[number]


@app.get("/parcels")
def everything() -> list[Parcel]:
    return list(PARCELS.values())


@app.get("/parcels/{number}")
def one(number: int) -> Parcel:
    return find(number)


@app.put("/parcels/{number}")
def correct(number: int, new: NewParcel) -> Parcel:
    parcel = at_home(number)
    parcel.update(new.model_dump())
    return parcel


@app.post("/parcels/{number}/pickup")
def pickup(number: int) -> Parcel:
    parcel = at_home(number)
    parcel["status"] = "on the road"
    return parcel


@app.delete("/parcels/{number}", status_code=204)
def cancel(number: int):
    at_home(number)
    del PARCELS[number]
