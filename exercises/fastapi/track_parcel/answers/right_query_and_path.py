from fastapi import FastAPI, HTTPException
from typing import Annotated
from fastapi import Path, Query

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


@app.get("/parcels/{number}")
def track(number: Annotated[int, Path()], history: Annotated[bool, Query()] = False):
    """Where one parcel is, with its history if wanted."""
    parcel = PARCELS.get(number)
    if parcel is None:
        raise HTTPException(status_code=404, detail=f"no parcel {number}")
    events = list(parcel["events"])
    answer = dict(number=number, status=(events or ["announced"])[-1], events=len(events))
    return answer | {"history": events} if history else answer


@app.get("/parcels")
def parcels_with(status: Annotated[str, Query()]):
    """The numbers of all parcels with that status."""
    found = {number for number, parcel in PARCELS.items() if status_of(parcel) == status}
    return sorted(found)
