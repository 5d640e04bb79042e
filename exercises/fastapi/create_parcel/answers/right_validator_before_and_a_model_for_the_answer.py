from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field, field_validator

app = FastAPI()
PARCELS = []


class NewParcel(BaseModel): # whole
    """A parcel as a shop announces it."""

    model_config = ConfigDict(extra="forbid")

    city: str = Field(min_length=1)
    grams: int = Field(ge=1, le=30_000)
    skus: list[str] = Field(min_length=1)
    express: bool = False

    @field_validator("city", mode="before")
    @classmethod
    def strip(cls, city):
        """Take the spaces around the city away, before its length is looked at."""
        return city.strip() if isinstance(city, str) else city


class Announced(BaseModel):
    """What the shop is told."""

    number: int
    city: str
    pieces: int
    cents: int


@app.post("/parcels")
def create(parcel: NewParcel) -> Announced:
    """Store a parcel and say what it costs, in cents."""
    PARCELS.append(parcel)
    cents = (490 + parcel.grams // 10) * (2 if parcel.express else 1)
    return Announced(
        number=len(PARCELS), city=parcel.city, pieces=len(parcel.skus), cents=cents
    )
