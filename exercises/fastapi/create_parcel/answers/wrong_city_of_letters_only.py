from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field, field_validator

app = FastAPI()
PARCELS = []


class NewParcel(BaseModel):
    """A parcel as a shop announces it."""

    model_config = ConfigDict(extra="forbid")

    city: str
    grams: int = Field(ge=1, le=30_000)
    skus: list[str] = Field(min_length=1)
    express: bool = False

    @field_validator("city")
    @classmethod
    def has_a_name(cls, city):
        """Take the spaces around the city away; something must be left."""
        name = city.strip()
        if not name.replace(' ', '').isalpha():
            raise ValueError("a city has a name")
        return name


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
