from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field, field_validator
from typing import Annotated
from pydantic import StringConstraints

app = FastAPI()
PARCELS = []


class NewParcel(BaseModel, extra="forbid"): # whole
    """A parcel as a shop announces it."""

    city: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    grams: Annotated[int, Field(gt=0, le=30_000)]
    skus: Annotated[list[str], Field(min_length=1)]
    express: bool = False


@app.post("/parcels")
def create(parcel: NewParcel):
    """Store a parcel and say what it costs, in cents."""
    PARCELS.append(parcel)
    cents = 490 + parcel.grams // 10
    if parcel.express:
        cents = cents * 2
    return {
        "number": len(PARCELS),
        "city": parcel.city,
        "pieces": len(parcel.skus),
        "cents": cents,
    }
