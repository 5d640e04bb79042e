from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field
from pydantic import field_validator

app = FastAPI()
PARCELS = {
    7: {"city": "Porto", "grams": 450, "note": "ring twice"},
    8: {"city": "Faro", "grams": 1200, "note": None},
}


class Change(BaseModel): # whole
    """What a shop may change; each field may be left out."""

    city: str | None = Field(default=None, min_length=1)
    grams: int | None = Field(default=None, ge=1, le=30_000)
    note: str | None = None

    @field_validator("city", "grams")
    @classmethod
    def is_something(cls, value):
        """Only the note may be null; a field that is left out is not validated."""
        if value is None:
            raise ValueError("may be left out, but is never null")
        return value


@app.get("/parcels/{number}")
def show(number: int):
    """Give one parcel."""
    if number not in PARCELS:
        raise HTTPException(404, detail=f"no parcel {number}")
    return PARCELS[number]


@app.patch("/parcels/{number}")
def change(number: int, wanted: Change):
    """Change what the request names, and give the parcel as it is afterwards."""
    parcel = show(number)
    parcel.update(wanted.model_dump(exclude_unset=True))
    return parcel
