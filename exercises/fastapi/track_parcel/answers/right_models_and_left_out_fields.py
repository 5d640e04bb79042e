from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

PARCELS = {
    12: {"events": ["packed"]},
    7: {"events": ["packed", "on the road", "delivered"]},
    8: {"events": ["packed"]},
    9: {"events": []},
}

app = FastAPI()


def status_of(parcel):
    """The last event of a parcel, or `announced` while there is none."""
    if not parcel["events"]:
        return "announced"
    return parcel["events"][-1]


class Tracked(BaseModel):
    """Where a parcel is."""

    number: int
    status: str
    events: int
    history: list[str] | None = None


@app.get("/parcels/{number}", response_model_exclude_none=True)
def track(number: int, history: bool = False) -> Tracked:
    """Where one parcel is, with its history if wanted."""
    try:
        parcel = PARCELS[number]
    except KeyError:
        raise HTTPException(404, f"no parcel {number}") from None
    return Tracked(
        number=number,
        status=status_of(parcel),
        events=len(parcel["events"]),
        history=parcel["events"] if history else None,
    )


@app.get("/parcels")
def parcels_with(status: str):
    """The numbers of all parcels with that status."""
    return [number for number in sorted(PARCELS) if status_of(PARCELS[number]) == status]
