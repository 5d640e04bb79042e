from typing import Annotated

from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

app = FastAPI()
PARCELS = []


class NewParcel(BaseModel):
    model_config = ConfigDict(extra="forbid")
    city: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
    grams: int = Field(ge=1, le=30_000)
    skus: list[str] = Field(min_length=1)
    express: bool = False


@app.post("/parcels")
def create(parcel: NewParcel):
    PARCELS.append(parcel)
    return {"number": len(PARCELS), "city": parcel.city.title(), "pieces": len(parcel.skus), "cents": (490 + parcel.grams // 10) * (2 if parcel.express else 1)}
