import itertools

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from fastapi import APIRouter

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


router = APIRouter(prefix="/parcels")


def seen(parcel):
    """A parcel without what is for the driver only."""
    return {key: value for key, value in parcel.items() if key != "phone"}


@router.post("", status_code=201)
def create(wanted: NewParcel, response: Response):
    """Announce a parcel."""
    number = next(NUMBERS)
    parcel = {"number": number, "city": wanted.city, "phone": wanted.phone, "status": "announced"}
    PARCELS[number] = parcel
    response.headers["location"] = f"/parcels/{number}"
    return seen(parcel)


@router.get("")
def parcels():
    """List all parcels, oldest first."""
    return [seen(PARCELS[number]) for number in sorted(PARCELS)]


@router.get("/{number}")
def show(number: int):
    """Give one parcel."""
    return seen(find(number))


@router.put("/{number}")
def replace(number: int, wanted: NewParcel):
    """Correct an announced parcel."""
    parcel = find_announced(number)
    parcel["city"], parcel["phone"] = wanted.city, wanted.phone
    return seen(parcel)


@router.post("/{number}/pickup")
def pick_up(number: int):
    """Hand an announced parcel to the driver."""
    parcel = find_announced(number)
    parcel.update(status="on the road")
    return seen(parcel)


@router.delete("/{number}", status_code=204)
def cancel(number: int):
    """Cancel an announced parcel."""
    PARCELS.pop(find_announced(number)["number"])
    return Response(status_code=204)


app.include_router(router)
