from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

app = FastAPI()
PARCELS = {
    7: {"city": "Porto", "grams": 450, "note": "ring twice"},
    8: {"city": "Faro", "grams": 1200, "note": None},
}


class Change(BaseModel):
    """What a shop may change: each field may be left out, only the note may be null."""

    city: str = Field(default="unchanged", min_length=1)
    grams: float = Field(default=1, ge=1, le=30_000)
    note: str | None = None


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
