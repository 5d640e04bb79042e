import itertools

from fastapi import Depends, FastAPI, Request, Response
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


class Parcel(BaseModel):
    number: int
    city: str
    status: str


def find_it(number: int):
    return find(number)


class OnTheRoad(Exception):
    pass


@app.exception_handler(UnknownParcel)
async def unknown(request: Request, error: UnknownParcel):
    return JSONResponse({"detail": f"no parcel {error.args[0]}"}, 404)


@app.exception_handler(OnTheRoad)
async def too_late(request: Request, error: OnTheRoad):
    return JSONResponse({"detail": f"parcel {error.args[0]} is on the road"}, 409)


def still_here(number: int):
    parcel = find(number)
    if parcel["status"] == "on the road":
        raise OnTheRoad(number)
    return parcel


@app.post("/parcels", status_code=201, response_model=Parcel)
def announce(new: NewParcel, response: Response):
    number = next(NUMBERS)
    PARCELS[number] = {"number": number, **new.model_dump(), "status": "announced"}
    response.headers["Location"] = f"/parcels/{number}"
    return PARCELS[number]


@app.get("/parcels", response_model=list[Parcel])
def all_parcels():
    return [PARCELS[number] for number in sorted(PARCELS)]


@app.get("/parcels/{number}", response_model=Parcel)
def one(parcel=Depends(find_it)):
    return parcel


class Change(BaseModel):
    city: str | None = None
    phone: str | None = None


@app.put("/parcels/{number}", response_model=Parcel)
def correct(new: Change, parcel=Depends(still_here)):
    parcel["city"] = new.city or parcel['city']
    parcel["phone"] = new.phone or parcel['phone']
    return parcel


@app.post("/parcels/{number}/pickup", response_model=Parcel)
def pick_up(parcel=Depends(still_here)):
    parcel["status"] = "on the road"
    return parcel


@app.delete("/parcels/{number}", status_code=204)
def cancel(parcel=Depends(still_here)) -> None:
    del PARCELS[parcel["number"]]
