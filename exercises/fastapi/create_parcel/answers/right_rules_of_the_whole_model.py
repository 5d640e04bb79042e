from fastapi import FastAPI
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

app = FastAPI()
PARCELS = []


class NewParcel(BaseModel):
    """A parcel as a shop announces it."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False)

    city: Annotated[str, AfterValidator(str.strip), Field(min_length=1)]
    grams: int
    skus: list[str]
    express: bool = False

    @field_validator("grams")
    @classmethod
    def _weight(cls, grams):
        if not 1 <= grams <= 30_000:
            raise ValueError("1 to 30,000")
        return grams

    @model_validator(mode="after")
    def _something(self):
        if not self.skus:
            raise ValueError("nothing in it")
        if not self.city:
            raise ValueError("no city")
        return self


@app.post("/parcels")
def announce(parcel: NewParcel):
    PARCELS.append(parcel)
    cents = (490 + parcel.grams // 10) * (1 + parcel.express)
    return {"number": len(PARCELS), "city": parcel.city, "pieces": len(parcel.skus), "cents": cents}
