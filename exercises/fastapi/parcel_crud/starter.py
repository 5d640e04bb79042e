import itertools

from fastapi import FastAPI
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
