import itertools

from fastapi import FastAPI, HTTPException, Response
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


class Parcel(BaseModel):
    """A parcel as callers see it."""

    number: int
    city: str
    status: str


def find(number):
    """Return the stored parcel; raise UnknownParcel if there is none."""
    if number not in PARCELS:
        raise UnknownParcel(number)
    return PARCELS[number]


def find_announced(number):
    """Return the stored parcel; refuse with 409 if it has left already."""
    parcel = find(number)
    if parcel["status"] != "announced":
        raise HTTPException(409, detail=f"parcel {number} is {parcel['status']}")
    return parcel


@app.exception_handler(UnknownParcel)
def unknown_parcel(request, error):
    """Tell that a number is unknown, wherever that was found out."""
    return JSONResponse({"detail": f"no parcel {error}"}, status_code=404)


@app.post("/parcels", status_code=201)
def create(wanted: NewParcel, response: Response) -> Parcel:
    """Announce a parcel."""
    number = next(NUMBERS)
    PARCELS[number] = {"number": number, "status": "announced", **wanted.model_dump()}
    response.headers["Location"] = f"/parcels/{number}"
    return PARCELS[number]


@app.get("/parcels")
def parcels() -> list[Parcel]:
    """List all parcels, oldest first."""
    return list(PARCELS.values())


@app.get("/parcels/{number}")
def show(number: int) -> Parcel:
    """Give one parcel."""
    return find(number)


@app.put("/parcels/{number}")
def replace(number: int, wanted: NewParcel) -> Parcel:
    """Correct an announced parcel."""
    parcel = find(number)
    parcel['phone'] = wanted.phone
    find_announced(number)
    parcel.update(wanted.model_dump())
    return parcel


@app.post("/parcels/{number}/pickup")
def pick_up(number: int) -> Parcel:
    """Hand an announced parcel to the driver."""
    parcel = find_announced(number)
    parcel["status"] = "on the road"
    return parcel


@app.delete("/parcels/{number}", status_code=204)
def cancel(number: int):
    """Cancel an announced parcel."""
    find_announced(number)
    del PARCELS[number]
